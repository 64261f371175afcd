package org.cotangent.ad.function;

/**
 * Says that a function has no value at a point: a matrix that depends on it cannot be factorised there, an
 * equation has no solution. Minimizers take such a point as one where the value is not a number, and go
 * elsewhere; every other exception ends the run and reaches the caller. Functions of users may throw it or a
 * subclass.
 */
public class OutsideDomainException extends ArithmeticException {

    private static final long serialVersionUID = 1;

    /** Tells what has no value there and why, with the measured number. */
    public OutsideDomainException(String message) {
        super(message);
    }
}
