package org.cotangent.codegen.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.ad.runtime.Workspace;

/** The class that is written beside a class with marked methods. */
final class CompanionClass {

    private final Class<?> type;

    private CompanionClass(Class<?> type) {
        this.type = type;
    }

    /** The companion of a class, found among generated ones. */
    static CompanionClass of(Marked marked, Compilation compilation, ClassLoader classes) {
        String outer = marked.type().replace('$', '_') + "Derivatives";
        assertGenerated(outer, compilation);
        try {
            return new CompanionClass(classes.loadClass(outer));
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    private static void assertGenerated(String name, Compilation compilation) {
        if (!compilation.generated().containsKey(name)) {
            throw new AssertionError("generated " + compilation.generated().keySet() + ", expected " + name);
        }
    }

    /**
     * The function object of a method, made for the shapes and the data of its arguments.
     *
     * @param count number of values
     */
    Object function(String name, UserMethod method, int count) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < method.arguments().length; i++) {
            Object argument = method.arguments()[i];
            if (method.isOutput(i)) {
                arguments.add(count);
            } else if (method.isActive(i)) {
                Components.flat(argument).forEach(part -> arguments.addAll(shape(part)));
            } else {
                arguments.add(Components.copy(argument));
            }
        }
        Method factory = factory(name);
        if (factory.getParameterCount() == arguments.size() + 1) {
            arguments.add(count);
        }
        return call(factory, arguments.toArray());
    }

    /** What a factory must be told of a part of a variable: lengths of arrays, and what is no real number. */
    private static List<?> shape(Object part) {
        if (!Components.carriesDerivatives(part.getClass())) {
            return List.of(Components.copy(part));
        }
        return part.getClass().isArray() ? Components.lengths(part) : List.of();
    }

    /** The derivative of a scalar method along a direction, by the static method for that. */
    double tangent(String name, UserMethod method, double[] x, double[] direction) {
        Method tangent = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name + "Tangent"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method " + name + "Tangent in " + type));
        List<Object> arguments = new ArrayList<>();
        PrimitiveIterator.OfDouble next = Arrays.stream(direction).iterator();
        Object[] primal = method.arguments(x);
        for (int i = 0; i < primal.length; i++) {
            for (Object part : Components.flat(primal[i])) {
                arguments.add(part);
                if (method.isActive(i) && Components.carriesDerivatives(part.getClass())) {
                    arguments.add(Components.shadow(part, next));
                } else if (isTangent(tangent, arguments.size())) {
                    arguments.add(Components.shadow(part, Components.zeros()));
                }
            }
        }
        if (tangent.getParameterCount() > arguments.size()) {
            arguments.add(new Workspace());
        }
        return (double) call(tangent, arguments.toArray());
    }

    /** Data that a method writes have tangents, too. */
    private static boolean isTangent(Method method, int parameter) {
        return parameter < method.getParameterCount()
                && method.getParameters()[parameter].getName().endsWith("Dot");
    }

    private Method factory(String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name)
                        && (DifferentiableFunction.class.isAssignableFrom(method.getReturnType())
                                || VectorFunction.class.isAssignableFrom(method.getReturnType())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no factory " + name + " in " + type));
    }

    private static Object call(Method method, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(thrown.getCause());
        } catch (IllegalAccessException | IllegalArgumentException unexpected) {
            throw new AssertionError(method + " with " + Arrays.deepToString(arguments), unexpected);
        }
    }
}
