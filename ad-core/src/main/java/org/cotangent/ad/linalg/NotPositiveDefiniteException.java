package org.cotangent.ad.linalg;

import org.cotangent.ad.function.OutsideDomainException;

/** A matrix that has to be positive definite is not. */
public final class NotPositiveDefiniteException extends OutsideDomainException {

    private final int pivot;
    private final double value;

    NotPositiveDefiniteException(int n, int pivot, double value) {
        super("matrix of " + n + " x " + n + " is not positive definite: pivot " + pivot + " is " + value
                + ", expected > 0; add a multiple of the unit matrix, or solve by LU");
        this.pivot = pivot;
        this.value = value;
    }

    /** The row, from 0, at which elimination met a number that is not positive. */
    public int pivot() {
        return pivot;
    }

    /** That number. */
    public double value() {
        return value;
    }
}
