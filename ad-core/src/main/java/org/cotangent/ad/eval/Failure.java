package org.cotangent.ad.eval;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.cotangent.ad.ir.Statement;

/**
 * An exception that a statement throws: its constructor, found when the program is compiled, and
 * the message.
 */
record Failure(MethodHandle constructor, String message) {

    /**
     * Finds the exception class of a statement, through the context class loader, so that a user's
     * own exceptions are found too.
     *
     * @throws IllegalArgumentException if there is no such public exception class with a
     *     constructor taking a message
     */
    static Failure of(Statement.Throw statement, String procedure) {
        String name = statement.exception();
        Class<?> type = exceptionClass(name)
                .or(() -> exceptionClass("java.lang." + name))
                .orElseThrow(() -> refusal(name, procedure, "is no exception class on the class path"));
        // AssertionError takes an Object.
        MethodHandle constructor = constructor(type, String.class)
                .or(() -> constructor(type, Object.class))
                .orElseThrow(() -> refusal(name, procedure, "has no public constructor taking a message"));
        return new Failure(constructor, statement.message());
    }

    private static Optional<MethodHandle> constructor(Class<?> type, Class<?> message) {
        try {
            return Optional.of(MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, message))
                    .asType(MethodType.methodType(Throwable.class, String.class)));
        } catch (ReflectiveOperationException absent) {
            return Optional.empty();
        }
    }

    private static Optional<Class<?>> exceptionClass(String name) {
        try {
            Class<?> type = Class.forName(name, true, Thread.currentThread().getContextClassLoader());
            return Throwable.class.isAssignableFrom(type) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }

    private static IllegalArgumentException refusal(String name, String procedure, String why) {
        return new IllegalArgumentException("procedure " + procedure + " throws " + name + ", which " + why
                + "; expected the name of an exception class such as IllegalArgumentException");
    }

    Throwable create() {
        try {
            return (Throwable) constructor.invokeExact(message);
        } catch (Throwable thrown) {
            return thrown;
        }
    }
}
