package org.cotangent.optim.search;

/**
 * What the caller knows of the inverse Hessian: a symmetric positive definite approximation P, cheap
 * to apply. With the inverse itself, Newton's method would be the result.
 *
 * <p>Its text is part of the name of the method in saved runs: one whose runs shall be resumed by
 * another process needs a toString of its own, as records have.
 */
@FunctionalInterface
public interface Preconditioner {

    /** Knows nothing: the unit matrix. */
    Preconditioner NONE = new Preconditioner() {

        @Override
        public void apply(double[] x, double[] v, double[] product) {
            System.arraycopy(v, 0, product, 0, v.length);
        }

        @Override
        public String toString() {
            return "none";
        }
    };

    /**
     * product = P v.
     *
     * @param x the current point, length n, not modified; in scaled variables if they are scaled
     * @param v length n, not modified
     * @param product length n, overwritten; never v itself
     */
    void apply(double[] x, double[] v, double[] product);

    /** A diagonal one: the inverse curvature of every variable, each positive. */
    static Preconditioner diagonal(double... inverseCurvatures) {
        return DiagonalPreconditioner.of(inverseCurvatures);
    }
}
