package org.cotangent.ad.eval;

import org.cotangent.ad.expr.Complex;

/**
 * Runs one program over complex numbers, for derivatives by complex step: Im f(x + ih) / h is free
 * of cancellation (Squire and Trapp, 1998). Comparisons, casts and the like act on real parts. Not
 * thread-safe.
 *
 * <p>Arguments stay set from run to run. Parameters and results are numbered from 0 in the order
 * of the entry procedure. A wrong number or type throws {@link IllegalArgumentException}.
 */
public final class ComplexMachine {

    private final Session session;

    ComplexMachine(Executable executable) {
        session = new Session(executable, true);
    }

    /** Sets a double parameter. */
    public void setComplex(int parameter, Complex value) {
        session.setReal(parameter, value.re(), value.im());
    }

    /** Sets an int or long parameter. */
    public void setInteger(int parameter, long value) {
        session.setInteger(parameter, value);
    }

    public void setBoolean(int parameter, boolean value) {
        session.setBoolean(parameter, value);
    }

    /** Sets an array parameter, its imaginary parts 0. The program reads and writes the array itself. */
    public void setArray(int parameter, Object array) {
        session.setArray(parameter, array);
    }

    /**
     * Sets an array parameter and its imaginary parts. The program reads and writes both arrays.
     *
     * @param re real parts, of the declared type
     * @param im imaginary parts: doubles in the same shape, also for floats
     */
    public void setArray(int parameter, Object re, Object im) {
        session.setArray(parameter, re, im);
    }

    /**
     * Runs the program.
     *
     * @throws IllegalStateException if a parameter was never set
     * @throws UnsupportedOperationException if an operation has no complex form
     */
    public void run() {
        session.run();
    }

    /**
     * Sets all parameters, runs, and gives all results.
     *
     * @param arguments Complex or Double, Integer, Long, Boolean, arrays (imaginary parts 0)
     * @return Complex, Integer, Long, Boolean, arrays of real parts
     */
    public Object[] run(Object... arguments) {
        return session.run(arguments);
    }

    /** A double result of the last run. */
    public Complex complex(int result) {
        return session.complex(result);
    }

    /** An int or long result of the last run; of a boolean 1 for true. */
    public long integer(int result) {
        return session.integer(result);
    }

    /** An array result of the last run: real parts. */
    public Object array(int result) {
        return session.array(result);
    }

    /** The imaginary parts of an array result of the last run. */
    public Object imaginaryArray(int result) {
        return session.imaginaries(result);
    }

    /** The number of operations with a (formerly) real result; see {@link Machine#operations}. */
    public long operations() {
        return session.operations();
    }
}
