package org.cotangent.ad.eval;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An exception that a statement throws: its constructor, found when the program is compiled, and
 * the message.
 *
 * @param pieces texts of the message before, between and behind the values; none without a message
 * @param values types of the values that the message tells
 */
record Failure(MethodHandle constructor, List<String> pieces, List<Type> values) {

    /**
     * Finds the exception class of a statement, through the context class loader, so that a user's
     * own exceptions are found too, else through that of this library.
     *
     * @throws IllegalArgumentException if there is no such public exception class with a
     *     constructor taking a message
     */
    static Failure of(Statement.Throw statement, String procedure) {
        String name = statement.exception();
        Class<?> type = exceptionClass(name)
                .or(() -> exceptionClass("java.lang." + name))
                .orElseThrow(() -> refusal(name, procedure, "is no exception class on the class path"));
        boolean silent = statement.pieces().isEmpty();
        // AssertionError takes an Object.
        MethodHandle constructor = (silent
                        ? constructor(type)
                        : constructor(type, String.class).or(() -> constructor(type, Object.class)))
                .orElseThrow(() -> refusal(
                        name,
                        procedure,
                        silent
                                ? "has no public constructor taking nothing"
                                : "has no public constructor taking a message"));
        return new Failure(
                constructor,
                statement.pieces(),
                statement.values().stream().map(Expr::type).toList());
    }

    /** Makes an exception of a text, of which a constructor without a parameter takes no notice. */
    private static Optional<MethodHandle> constructor(Class<?> type, Class<?>... parameters) {
        try {
            MethodHandle found =
                    MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, parameters));
            MethodHandle taking = parameters.length == 0 ? MethodHandles.dropArguments(found, 0, String.class) : found;
            return Optional.of(taking.asType(MethodType.methodType(Throwable.class, String.class)));
        } catch (ReflectiveOperationException absent) {
            return Optional.empty();
        }
    }

    private static Optional<Class<?>> exceptionClass(String name) {
        return exceptionClass(name, Thread.currentThread().getContextClassLoader())
                .or(() -> exceptionClass(name, Failure.class.getClassLoader()));
    }

    private static Optional<Class<?>> exceptionClass(String name, @Nullable ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            return Throwable.class.isAssignableFrom(type) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }

    private static IllegalArgumentException refusal(String name, String procedure, String why) {
        return new IllegalArgumentException("procedure " + procedure + " throws " + name + ", which " + why
                + "; expected the name of an exception class such as IllegalArgumentException");
    }

    /** @param position where in the code the registers of the values are listed */
    Throwable create(Activation a, int[] code, int position) {
        StringBuilder message = new StringBuilder(pieces.isEmpty() ? "" : pieces.get(0));
        for (int i = 0; i < values.size(); i++) {
            message.append(text(values.get(i), a, code[position + i])).append(pieces.get(i + 1));
        }
        try {
            return (Throwable) constructor.invokeExact(message.toString());
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private static String text(Type type, Activation a, int register) {
        if (type.isReal()) {
            return Double.toString(a.reals[register]);
        }
        long value = a.integers[register];
        return type.equals(Type.BOOLEAN) ? Boolean.toString(value != 0) : Long.toString(value);
    }
}
