package org.cotangent.ad.eval;

/**
 * Runs one program over doubles, again and again, without allocating: registers, tapes and frames
 * of recursion are kept. Not thread-safe; each thread takes a machine of its own from the {@link
 * Interpreter}.
 *
 * <p>Arguments stay set from run to run. Parameters and results are numbered from 0 in the order
 * of the entry procedure. A wrong number or type throws {@link IllegalArgumentException}.
 */
public final class Machine {

    private final Session session;

    Machine(Executable executable) {
        session = new Session(executable, false);
    }

    /** Sets a double parameter. */
    public void setReal(int parameter, double value) {
        session.setReal(parameter, value, 0);
    }

    /** Sets an int or long parameter. */
    public void setInteger(int parameter, long value) {
        session.setInteger(parameter, value);
    }

    public void setBoolean(int parameter, boolean value) {
        session.setBoolean(parameter, value);
    }

    /**
     * Sets an array parameter. The program reads and writes the array itself.
     *
     * @param array such as {@code double[]}, {@code double[][]} or {@code int[]}, as declared
     */
    public void setArray(int parameter, Object array) {
        session.setArray(parameter, array);
    }

    /**
     * Runs the program.
     *
     * @throws IllegalStateException if a parameter was never set
     * @throws ArrayIndexOutOfBoundsException and what else Java code would throw, naming procedure,
     *     array, index and length; and whatever the program throws by a statement
     */
    public void run() {
        session.run();
    }

    /** A double result of the last run. */
    public double real(int result) {
        return session.real(result);
    }

    /** An int or long result of the last run; of a boolean 1 for true. */
    public long integer(int result) {
        return session.integer(result);
    }

    /** An array result of the last run. */
    public Object array(int result) {
        return session.array(result);
    }

    /**
     * The number of real operations (one for each operation of the table with a real result) of the
     * last run; always 0 unless the machine comes from {@link Interpreter#counting}.
     */
    public long operations() {
        return session.operations();
    }
}
