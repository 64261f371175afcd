package org.cotangent.optim.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.optim.run.Vectors;

/**
 * Looks for negative curvature by Lanczos steps from a fixed pseudo-random vector, so that no symmetry of
 * the problem hides a direction, not even at a point without a gradient. With k of n steps it sees the
 * end of the spectrum, well separated eigenvalues first; with n steps all of it.
 */
final class CurvatureProbe {

    /** Enough for the sign of the smallest eigenvalue unless it is tiny beside the largest. */
    static final int MOST_PRODUCTS = 50;

    /** A next vector this much shorter than the product it came from is rounding: the space is complete. */
    private static final double COMPLETE = 64 * Math.ulp(1.0);

    private final ScaledProblem problem;
    private final List<double[]> vectors = new ArrayList<>();

    CurvatureProbe(ScaledProblem problem) {
        this.problem = problem;
    }

    /**
     * Probes.
     *
     * @param direction receives the direction of the smallest curvature in unscaled variables
     * @return see {@link Quadratic#smallestCurvature}
     */
    double smallest(double[] direction, double[] scale, double[] gradient) {
        int n = direction.length;
        int most = Math.min(MOST_PRODUCTS, n);
        double[] matrix = new double[most * most];
        double[] next = random(n);
        int size = 0;
        while (size < most && Vectors.norm(next) > 0) {
            next = extend(next, matrix, size, most);
            size++;
        }
        SymmetricEigen eigen = SymmetricEigen.of(leading(matrix, most, size), size);
        double[] weights = eigen.vector(eigen.smallest());
        Arrays.fill(direction, 0);
        for (int k = 0; k < size; k++) {
            Vectors.addScaled(weights[k], vectors.get(k), direction);
        }
        for (int i = 0; i < n; i++) {
            direction[i] /= scale[i];
        }
        double square = NegativeCurvature.aim(direction, gradient);
        return NegativeCurvature.certain(eigen) * square;
    }

    private double[] extend(double[] q, double[] matrix, int k, int stride) {
        vectors.add(q);
        double[] product = new double[q.length];
        problem.apply(q, product);
        double size = Vectors.norm(product);
        matrix[k * stride + k] = Vectors.dot(q, product);
        orthogonalize(product);
        orthogonalize(product);
        double coupling = Vectors.norm(product);
        boolean complete = !(coupling > COMPLETE * size);
        if (!complete && k + 1 < stride) {
            matrix[k * stride + k + 1] = coupling;
            matrix[(k + 1) * stride + k] = coupling;
        }
        Vectors.scale(complete ? 0 : 1 / coupling, product);
        return product;
    }

    private void orthogonalize(double[] vector) {
        for (double[] earlier : vectors) {
            Vectors.addScaled(-Vectors.dot(earlier, vector), earlier, vector);
        }
    }

    private static double[] leading(double[] matrix, int stride, int size) {
        double[] block = new double[size * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix, i * stride, block, i * size, size);
        }
        return block;
    }

    private static double[] random(int n) {
        SplittableRandom random = new SplittableRandom(1);
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = random.nextDouble(-1, 1);
        }
        Vectors.scale(1 / Vectors.norm(vector), vector);
        return vector;
    }
}
