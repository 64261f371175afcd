package org.cotangent.ad.linalg;

import org.cotangent.ad.function.OutsideDomainException;

/** A matrix that has to be inverted is singular, exactly or to working precision. */
public final class SingularMatrixException extends OutsideDomainException {

    private static final String REMEDY =
            "; solve in the sense of least squares, add a multiple of the unit matrix, or look for rows or columns that"
                    + " depend on each other";

    private SingularMatrixException(String message) {
        super(message);
    }

    static SingularMatrixException pivot(int n, int column) {
        return new SingularMatrixException("matrix of " + n + " x " + n + " is singular: column " + column
                + " depends on those before it, its pivot is 0, condition infinite" + REMEDY);
    }

    static SingularMatrixException condition(int n, double condition, double largest) {
        return new SingularMatrixException("matrix of " + n + " x " + n
                + " is singular to working precision: condition about " + condition + ", expected below " + largest
                + REMEDY);
    }

    static SingularMatrixException columns(int m, int n, double condition) {
        return new SingularMatrixException("columns of a matrix of " + m + " x " + n
                + " depend on each other: condition at least " + condition + ", expected below 2^52; leave out columns,"
                + " or append a multiple of the unit matrix below");
    }
}
