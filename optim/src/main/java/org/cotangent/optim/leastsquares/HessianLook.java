package org.cotangent.optim.leastsquares;

import java.util.List;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.CurvatureProbe;

/**
 * Looks for negative curvature of the whole Hessian JᵀJ + Σ rᵢ∇²rᵢ at a point that is about to be claimed: by its
 * products where the residuals know second derivatives, by differences of gradients where they do not, a
 * Jacobian each.
 */
final class HessianLook {

    /** Few: the end of the spectrum shows first, and a claim must not cost more than a run. */
    private static final int MOST_PRODUCTS = 10;

    /** Where the rounding of the gradient and what a difference leaves out are balanced, with digits to spare. */
    private static final double SPACING = Math.cbrt(Math.ulp(1.0));

    /** What differences leave uncertain of a curvature, as a share of the largest. */
    private static final double UNCERTAIN = 16 * SPACING;

    private final VectorFunction function;
    private final ResidualEvaluation at;
    private final ResidualEvaluation near;
    private final double[] scale;
    private final double size;

    /**
     * A look around a point.
     *
     * @param near a buffer
     * @param scale the diagonal of D, length n
     */
    HessianLook(VectorFunction function, ResidualEvaluation at, ResidualEvaluation near, double[] scale) {
        this.function = function;
        this.at = at;
        this.near = near;
        this.scale = scale;
        double[] scaled = at.point().clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] *= scale[j];
        }
        double norm = Vectors.norm(scaled);
        size = norm > 0 ? norm : 1;
    }

    /**
     * The smallest curvature that is found.
     *
     * @param known scaled directions that need no look, orthonormal
     * @param direction length n, receives the direction, of norm 1, downhill if there is a slope
     * @return dᵀHd, not negative if it cannot be told from 0; NaN if there is nothing to look at, or no derivative
     */
    double smallest(List<double[]> known, double[] direction) {
        if (known.size() >= direction.length) {
            return Double.NaN;
        }
        double uncertain = function instanceof TwiceDifferentiableVectorFunction ? 0 : UNCERTAIN;
        return new CurvatureProbe(this::apply, known, MOST_PRODUCTS)
                .smallest(direction, scale, at.gradient(), uncertain);
    }

    /** D⁻¹HD⁻¹ z. */
    private void apply(double[] z, double[] product) {
        double[] v = new double[z.length];
        for (int j = 0; j < v.length; j++) {
            v[j] = z[j] / scale[j];
        }
        if (function instanceof TwiceDifferentiableVectorFunction twice) {
            twice.weightedHessianVectorProduct(at.point(), at.influences(), v, product);
            at.addGaussNewtonProduct(v, product);
        } else {
            difference(v, product);
        }
        for (int j = 0; j < v.length; j++) {
            product[j] /= scale[j];
        }
    }

    private void difference(double[] v, double[] product) {
        double spacing = SPACING * size;
        Vectors.sum(at.point(), spacing, v, near.overwrite());
        Vectors.sum(near.gradient(), -1, at.gradient(), product);
        Vectors.scale(1 / spacing, product);
    }
}
