package org.cotangent.codegen.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A method as its author wrote it, run by reflection as a function of a flat point. */
final class UserMethod {

    private final Method method;
    private final List<Integer> active;
    private final int output;
    private final Object[] arguments;

    private UserMethod(Method method, List<Integer> active, int output, Object[] arguments) {
        this.method = method;
        this.active = active;
        this.output = output;
        this.arguments = arguments;
    }

    /**
     * The method of a trial with random arguments.
     *
     * @param seed of the arguments
     */
    static UserMethod of(Trial trial, Marked marked, ClassLoader classes, long seed) {
        Method method = method(marked, classes);
        method.setAccessible(true);
        Recipe.Arguments made =
                Recipe.arguments(trial.recipe(), method.getParameterTypes(), new SplittableRandom(seed));
        return new UserMethod(method, active(marked, method, made.output()), made.output(), made.values());
    }

    private static Method method(Marked marked, ClassLoader classes) {
        try {
            return Arrays.stream(classes.loadClass(marked.type()).getDeclaredMethods())
                    .filter(m -> m.getName().equals(marked.method())
                            && Arrays.stream(m.getParameters())
                                    .map(java.lang.reflect.Parameter::getName)
                                    .toList()
                                    .equals(marked.parameters()))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    private static List<Integer> active(Marked marked, Method method, int output) {
        if (!marked.wrt().isEmpty()) {
            return IntStream.range(0, method.getParameterCount())
                    .filter(i -> marked.wrt().contains(marked.parameters().get(i)))
                    .boxed()
                    .toList();
        }
        return IntStream.range(0, method.getParameterCount())
                .filter(i -> i != output && Components.carriesDerivatives(method.getParameterTypes()[i]))
                .boxed()
                .toList();
    }

    boolean isScalar() {
        return method.getReturnType() == double.class || method.getReturnType() == float.class;
    }

    boolean isActive(int parameter) {
        return active.contains(parameter);
    }

    boolean isOutput(int parameter) {
        return output == parameter;
    }

    /** The arguments drawn; not to be modified. */
    Object[] arguments() {
        return arguments;
    }

    /** The variables of the arguments drawn. */
    double[] point() {
        return active.stream()
                .flatMap(i -> Components.reals(arguments[i]).stream())
                .mapToDouble(x -> x)
                .toArray();
    }

    /** Fresh arguments with other variables. */
    Object[] arguments(double[] point) {
        Iterator<Double> next = Arrays.stream(point).iterator();
        Object[] fresh = new Object[arguments.length];
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = isActive(i) ? Components.copy(arguments[i], x -> next.next()) : Components.copy(arguments[i]);
        }
        return fresh;
    }

    /**
     * The values at a point; one for a scalar function.
     *
     * @throws RuntimeException that the method throws; an {@link Error} likewise
     */
    double[] values(double[] point) {
        Object[] fresh = arguments(point);
        Object result = invoke(fresh);
        return output >= 0
                ? (double[]) fresh[output]
                : Components.reals(result).stream().mapToDouble(x -> x).toArray();
    }

    private Object invoke(Object[] fresh) {
        try {
            Object result = method.invoke(null, fresh);
            return result == null ? "nothing" : result;
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown.getCause();
        } catch (IllegalAccessException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
