package org.cotangent.ad.eval;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
        Class<?> type = exceptionClass(statement.exception(), procedure);
        for (Class<?> message : new Class<?>[] {String.class, Object.class}) {
            try {
                MethodHandle constructor = MethodHandles.publicLookup()
                        .findConstructor(type, MethodType.methodType(void.class, message))
                        .asType(MethodType.methodType(Throwable.class, String.class));
                return new Failure(constructor, statement.message());
            } catch (ReflectiveOperationException absent) {
                continue;
            }
        }
        throw refusal(statement.exception(), procedure, "has no public constructor taking a message");
    }

    private static Class<?> exceptionClass(String name, String procedure) {
        for (String candidate : new String[] {name, "java.lang." + name}) {
            try {
                Class<?> type =
                        Class.forName(candidate, true, Thread.currentThread().getContextClassLoader());
                if (Throwable.class.isAssignableFrom(type)) {
                    return type;
                }
            } catch (ClassNotFoundException absent) {
                continue;
            }
        }
        throw refusal(name, procedure, "is no exception class on the class path");
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
