package org.cotangent.optim.leastsquares;

import java.util.Optional;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.optim.run.Vectors;

/**
 * The part S = Σ rᵢ ∇²rᵢ of the Hessian that the Gauss-Newton model leaves out, and what it leaves out of
 * a loss, by n products at one point. It is kept while the points stay near: a chord method in S only (Kelley 1995, Iterative
 * methods for linear and nonlinear equations, section 5.4), as J is always the current one.
 */
final class ExactCurvature {

    /** S changes by this fraction at most, so every step still wins about three digits. */
    private static final double NEAR = 1e-3;

    private final TwiceDifferentiableVectorFunction function;
    private Optional<double[]> matrix = Optional.empty();
    private double[] point = {};

    ExactCurvature(TwiceDifferentiableVectorFunction function) {
        this.function = function;
    }

    /** Forgets the matrix. */
    void forget() {
        matrix = Optional.empty();
    }

    /**
     * S by rows, at the point or at one near it: the buffer itself, not to be modified.
     *
     * @param scale the diagonal in which nearness is measured, length n
     */
    double[] near(ResidualEvaluation at, double[] scale) {
        if (matrix.isEmpty() || !isNear(at.point(), scale)) {
            matrix = Optional.of(evaluate(at));
            point = at.point().clone();
        }
        return matrix.orElseThrow();
    }

    private boolean isNear(double[] x, double[] scale) {
        double[] change = new double[x.length];
        double[] size = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            change[j] = scale[j] * (x[j] - point[j]);
            size[j] = scale[j] * x[j];
        }
        return Vectors.norm(change) <= NEAR * Vectors.norm(size);
    }

    private double[] evaluate(ResidualEvaluation at) {
        int n = at.point().length;
        double[] products = new double[n * n];
        double[] direction = new double[n];
        double[] product = new double[n];
        double[] influences = at.influences();
        for (int j = 0; j < n; j++) {
            direction[j] = 1;
            function.weightedHessianVectorProduct(at.point(), influences, direction, product);
            direction[j] = 0;
            System.arraycopy(product, 0, products, j * n, n);
        }
        at.addCurvatureOfLoss(products);
        return products;
    }
}
