package org.cotangent.optim.search;

import java.util.Arrays;

/** A preconditioner that treats every variable by itself. */
final class DiagonalPreconditioner implements Preconditioner {

    private final double[] diagonal;

    private DiagonalPreconditioner(double[] diagonal) {
        this.diagonal = diagonal;
    }

    static DiagonalPreconditioner of(double[] inverseCurvatures) {
        double[] diagonal = inverseCurvatures.clone();
        for (int i = 0; i < diagonal.length; i++) {
            if (!(diagonal[i] > 0) || Double.isInfinite(diagonal[i])) {
                throw new IllegalArgumentException("inverse curvature " + i + " is " + diagonal[i]
                        + ", expected a positive finite number; pass 1 where nothing is known");
            }
        }
        return new DiagonalPreconditioner(diagonal);
    }

    @Override
    public void apply(double[] x, double[] v, double[] product) {
        if (v.length != diagonal.length) {
            throw new IllegalArgumentException("preconditioner has " + diagonal.length + " entries, expected "
                    + v.length + " (dimension of the function)");
        }
        for (int i = 0; i < v.length; i++) {
            product[i] = diagonal[i] * v[i];
        }
    }

    /** Tells runs with different entries apart. */
    @Override
    public String toString() {
        return "diagonal of " + diagonal.length + ", hash " + Arrays.hashCode(diagonal);
    }
}
