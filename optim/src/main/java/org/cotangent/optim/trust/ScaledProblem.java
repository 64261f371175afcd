package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/**
 * A subproblem in the variables z = D s, in which the region is a ball: minimize bᵀz + ½ zᵀAz over
 * ‖z‖ ≤ radius with b = D⁻¹g and A = D⁻¹HD⁻¹.
 */
final class ScaledProblem {

    private final ProductQuadratic quadratic;
    private final double[] gradient;
    private final double[] unscaled;

    ScaledProblem(ProductQuadratic quadratic) {
        this.quadratic = quadratic;
        gradient = divided(quadratic.gradient(), quadratic.scale());
        unscaled = new double[gradient.length];
    }

    static double[] divided(double[] vector, double[] scale) {
        double[] quotient = new double[vector.length];
        for (int i = 0; i < quotient.length; i++) {
            quotient[i] = vector[i] / scale[i];
        }
        return quotient;
    }

    static double[] multiplied(double[] vector, double[] scale) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = vector[i] * scale[i];
        }
        return product;
    }

    /** b, length n: the buffer itself. */
    double[] gradient() {
        return gradient;
    }

    /** A z. */
    void apply(double[] z, double[] product) {
        double[] scale = quadratic.scale();
        for (int i = 0; i < z.length; i++) {
            unscaled[i] = z[i] / scale[i];
        }
        quadratic.apply(unscaled, product);
        for (int i = 0; i < z.length; i++) {
            product[i] /= scale[i];
        }
    }

    /** Hands the solution z over. */
    void fill(double[] z, double predicted, boolean restricted, TrustStep step) {
        double[] scale = quadratic.scale();
        for (int i = 0; i < z.length; i++) {
            step.vector()[i] = z[i] / scale[i];
        }
        step.set(Vectors.norm(z), predicted, Vectors.dot(gradient, z), restricted);
    }
}
