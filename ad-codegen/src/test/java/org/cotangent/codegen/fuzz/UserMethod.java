package org.cotangent.codegen.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** The method of a program as it was written, called at points of the flat space of its active arguments. */
final class UserMethod {

    private final Program program;
    private final Method method;

    /** @param in the package that the class is in */
    UserMethod(Program program, ClassLoader loader, String in) {
        this.program = program;
        Class<?> owner;
        try {
            owner = loader.loadClass(in + "." + program.name());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
        method = Arrays.stream(owner.getDeclaredMethods())
                .filter(m -> m.getName().equals(Program.METHOD))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
    }

    /** Where the program is run: all reals of active arguments. */
    static double[] point(Program program) {
        return Values.flat(program.parameters().stream()
                .filter(p -> p.use() == Program.Use.ACTIVE)
                .map(Program.Parameter::value)
                .toArray());
    }

    /** The values at a point: one, or those of a vector. */
    double[] at(double[] point) {
        Values.Position position = new Values.Position(point);
        Object[] arguments = new Object[program.parameters().size()];
        double[] output = {};
        for (int i = 0; i < arguments.length; i++) {
            Program.Parameter parameter = program.parameters().get(i);
            Object value = parameter.use() == Program.Use.ACTIVE
                    ? Values.shaped(parameter.value(), position)
                    : Values.copy(parameter.value());
            arguments[i] = converted(value, method.getParameterTypes()[i]);
            if (parameter.use() == Program.Use.OUTPUT) {
                output = (double[]) arguments[i];
            }
        }
        Object returned = call(method, arguments);
        return switch (program.result()) {
            case SCALAR -> new double[] {(Double) returned};
            case RETURNED_VECTOR -> (double[]) returned;
            case WRITTEN_VECTOR -> output;
        };
    }

    static Object call(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            } else if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A value as a type that differs from its own by the loader of a record, or by float for double. */
    static Object converted(Object value, Class<?> type) {
        if (value instanceof Program.Fields fields) {
            return created(fields, type);
        }
        return type == double.class || type == double[].class ? Values.wide(value) : value;
    }

    private static Object created(Program.Fields fields, Class<?> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Class<?>[] types = constructor.getParameterTypes();
        Object[] components = new Object[types.length];
        Arrays.setAll(components, i -> converted(fields.values().get(i), types[i]));
        try {
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
