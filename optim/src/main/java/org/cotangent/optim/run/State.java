package org.cotangent.optim.run;

import java.util.OptionalDouble;

/**
 * Carries the fields of {@link Stateful} objects to a file and back. Every method takes the value
 * that a field has and returns the one that it shall have: the same when the state is saved, the
 * saved one, to the bit, when a run is resumed.
 */
public interface State {

    /** A double; NaN and the sign of zero survive. */
    double number(double value);

    /** A count. */
    long integer(long value);

    /** A count. */
    default int integer(int value) {
        return (int) integer((long) value);
    }

    /** A condition. */
    boolean flag(boolean value);

    /** A few words. */
    String text(String value);

    /** An array whose length follows from the configuration: read in place. */
    void vector(double[] values);

    /** Indices or counts in an array whose length follows from the configuration: read in place. */
    void vector(long[] values);

    /** An array that may have another length when resumed: absent ones are empty. Kept if the length is the same. */
    double[] array(double[] values);

    /** A number that may be absent. */
    default OptionalDouble optional(OptionalDouble value) {
        boolean present = flag(value.isPresent());
        return present ? OptionalDouble.of(number(value.orElse(Double.NaN))) : OptionalDouble.empty();
    }

    /** One of an enumeration, by its name. */
    default <C extends Enum<C>> C choice(C value) {
        return Enum.valueOf(value.getDeclaringClass(), text(value.name()));
    }

    /**
     * All that another object holds.
     *
     * @param name says where a file differs from what was expected
     */
    default void part(String name, Stateful part) {
        String found = text(name);
        if (!found.equals(name)) {
            throw new MismatchedState("the part \"" + found + "\"", "the part \"" + name + "\"");
        }
        part.exchange(this);
    }
}
