package org.cotangent.optim.curvature;

/**
 * What a Krylov basis tells of the eigenvalues of its operator.
 *
 * @param n rows of the operator
 * @param tolerance the relative error that is asked for
 * @param products that were taken
 */
record Projection(KrylovBasis basis, Ritz ritz, int n, double tolerance, long products) {

    /** The index of the largest eigenvalue. */
    int last() {
        return ritz.size() - 1;
    }

    /** Whether an eigenvalue is as accurate as is asked for, or as rounding allows. */
    boolean isKnown(int k) {
        return error(k) <= Math.max(tolerance * Math.abs(ritz.values()[k]), rounding());
    }

    /** A residual r means an error of at most r, and of about r²/gap for a value apart from the others. */
    private double error(int k) {
        double residual = Math.abs(basis.coupling() * ritz.last(k));
        double squared = residual * residual / ritz.gap(k);
        return Math.max(residual < ritz.gap(k) ? Math.min(residual, squared) : residual, rounding());
    }

    private double rounding() {
        return n * Math.ulp(1.0) * ritz.largestMagnitude();
    }

    Eigenpair pair(int k) {
        return new Eigenpair(ritz.values()[k], error(k), basis.vector(ritz.vectors()[k]), isKnown(k));
    }
}
