package org.cotangent.optim.search;

import java.util.Optional;
import org.cotangent.optim.run.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Newton steps by the absolute values of the curvatures, so that they go down where the function curves downwards
 * (Greenstadt 1967, On the relative efficiencies of gradient methods, Math. Comp. 21), and no farther than a
 * radius: −(|H| + μ I)⁻¹ ∇f in variables divided by their sizes, with the least μ ≥ 0.
 */
final class AbsoluteNewton {

    /** A step this much shorter than the radius has the length of the radius. */
    private static final double TOLERANCE = 1e-3;

    /** Halvings of the exponent of μ: any double is reached in fewer. */
    private static final int MOST_HALVINGS = 100;

    private final double[] sizes;
    private final double[] curvatures;
    private final double[][] directions;
    private final double largest;

    private AbsoluteNewton(double[] sizes, EigenDecomposition_F64<DMatrixRMaj> eigen) {
        int n = sizes.length;
        this.sizes = sizes;
        curvatures = new double[n];
        directions = new double[n][];
        for (int k = 0; k < n; k++) {
            curvatures[k] = Math.abs(eigen.getEigenvalue(k).getReal());
            directions[k] = eigen.getEigenVector(k).getData().clone();
        }
        largest = Vectors.largest(curvatures);
    }

    /**
     * Decomposes a Hessian.
     *
     * @param hessian by rows, length n·n, symmetric
     * @param sizes length n, positive
     * @return empty where an entry is not finite, or the Hessian vanishes
     */
    static Optional<AbsoluteNewton> of(double[] hessian, double[] sizes) {
        int n = sizes.length;
        DMatrixRMaj scaled = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled.set(i, j, hessian[i * n + j] * sizes[i] * sizes[j]);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        boolean known = Vectors.isFinite(scaled.getData()) && eigen.decompose(scaled);
        return known
                ? Optional.of(new AbsoluteNewton(sizes, eigen)).filter(newton -> newton.largest > 0)
                : Optional.empty();
    }

    /**
     * The step from a point with this gradient.
     *
     * @param damping μ, as {@link #damping} tells it for this gradient
     * @return length n, a new array
     */
    double[] step(double[] gradient, double damping) {
        int n = sizes.length;
        double[] slopes = slopes(gradient);
        double[] step = new double[n];
        for (int k = 0; k < n; k++) {
            Vectors.addScaled(part(k, slopes, damping), directions[k], step);
        }
        for (int i = 0; i < n; i++) {
            step[i] *= sizes[i];
        }
        return step;
    }

    /** The gradient along the directions, each variable measured in its size. */
    private double[] slopes(double[] gradient) {
        int n = sizes.length;
        double[] slopes = new double[n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                slopes[k] += directions[k][i] * sizes[i] * gradient[i];
            }
        }
        return slopes;
    }

    private double part(int k, double[] slopes, double damping) {
        return slopes[k] == 0 ? 0 : -slopes[k] / (curvatures[k] + damping);
    }

    private double length(double[] slopes, double damping) {
        double square = 0;
        for (int k = 0; k < slopes.length; k++) {
            double part = part(k, slopes, damping);
            square += part * part;
        }
        return Math.sqrt(square);
    }

    /**
     * The least μ, to within the tolerance, with which the step is no longer than a radius.
     *
     * @param radius how long it may be, each variable measured in its size
     */
    double damping(double[] gradient, double radius) {
        double[] slopes = slopes(gradient);
        if (length(slopes, 0) <= radius) {
            return 0;
        }
        // With this even a curvature of 0 leaves a step of the radius.
        double enough = Vectors.norm(slopes) / radius;
        double tooLittle = Math.max(Double.MIN_NORMAL, Math.ulp(1.0) * Math.ulp(1.0) * enough);
        for (int k = 0; k < MOST_HALVINGS && enough - tooLittle > TOLERANCE * enough; k++) {
            double between = Math.sqrt(tooLittle) * Math.sqrt(enough);
            if (length(slopes, between) > radius) {
                tooLittle = between;
            } else {
                enough = between;
            }
        }
        return enough;
    }

    /** (|H| + μ I)⁻¹ by rows, a new array; curvatures below the rounding of the largest count as that. */
    double[] inverse(double damping) {
        int n = sizes.length;
        double[] inverse = new double[n * n];
        for (int k = 0; k < n; k++) {
            double curvature = Math.max(curvatures[k] + damping, Math.ulp(1.0) * largest);
            for (int i = 0; i < n; i++) {
                double factor = directions[k][i] * sizes[i] / curvature;
                for (int j = 0; j < n; j++) {
                    inverse[i * n + j] += factor * directions[k][j] * sizes[j];
                }
            }
        }
        return inverse;
    }
}
