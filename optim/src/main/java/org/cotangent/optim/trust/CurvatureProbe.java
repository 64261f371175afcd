package org.cotangent.optim.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.cotangent.optim.run.Vectors;

/**
 * Looks for negative curvature by Lanczos steps from a fixed pseudo-random vector, so that no symmetry of
 * the problem hides a direction, not even at a point without a gradient. With k of n steps it sees the
 * end of the spectrum, well separated eigenvalues first; with n steps all of it. Directions that need no look are left out.
 */
public final class CurvatureProbe {

    /** Enough for the sign of the smallest eigenvalue unless it is tiny beside the largest. */
    static final int MOST_PRODUCTS = 50;

    /** A next vector this much shorter than the product it came from is rounding: the space is complete. */
    private static final double COMPLETE = 64 * Math.ulp(1.0);

    private final BiConsumer<double[], double[]> operator;
    private final int known;
    private final int most;
    private final List<double[]> vectors;
    private double largestProduct;

    /** A probe in all directions. */
    CurvatureProbe(ScaledProblem problem) {
        this(problem::apply, List.of(), MOST_PRODUCTS);
    }

    /**
     * A probe.
     *
     * @param operator sets its second argument to D⁻¹HD⁻¹ times the first
     * @param known scaled directions that need no look, orthonormal, not modified
     * @param most products to spend
     */
    public CurvatureProbe(BiConsumer<double[], double[]> operator, List<double[]> known, int most) {
        this.operator = operator;
        this.known = known.size();
        this.most = most;
        vectors = new ArrayList<>(known);
    }

    /** Probes with exact products. */
    double smallest(double[] direction, double[] scale, double[] gradient) {
        return smallest(direction, scale, gradient, 0);
    }

    /**
     * Probes.
     *
     * @param direction receives the direction of the smallest curvature in unscaled variables
     * @param uncertain the share of the largest curvature that products may be off by
     * @return see {@link Quadratic#smallestCurvature}
     */
    public double smallest(double[] direction, double[] scale, double[] gradient, double uncertain) {
        int n = direction.length;
        int stride = Math.min(most, n - known);
        double[] matrix = new double[stride * stride];
        double[] next = first(n);
        int size = 0;
        while (size < stride && Vectors.norm(next) > 0) {
            next = extend(next, matrix, size, stride);
            size++;
        }
        if (size == 0 || !Vectors.isFinite(matrix)) {
            return Double.NaN;
        }
        SymmetricEigen eigen = SymmetricEigen.of(leading(matrix, stride, size), size);
        double[] weights = eigen.vector(eigen.smallest());
        Arrays.fill(direction, 0);
        for (int k = 0; k < size; k++) {
            Vectors.addScaled(weights[k], vectors.get(known + k), direction);
        }
        for (int i = 0; i < n; i++) {
            direction[i] /= scale[i];
        }
        double square = NegativeCurvature.aim(direction, gradient);
        return NegativeCurvature.certain(eigen, uncertain * largestProduct) * square;
    }

    private double[] extend(double[] q, double[] matrix, int k, int stride) {
        vectors.add(q);
        double[] product = new double[q.length];
        operator.accept(q, product);
        double size = Vectors.norm(product);
        largestProduct = Math.max(largestProduct, size);
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

    /** Of norm 1, in none of the known directions; 0 if nothing else is left. */
    private double[] first(int n) {
        double[] vector = random(n);
        orthogonalize(vector);
        orthogonalize(vector);
        double norm = Vectors.norm(vector);
        Vectors.scale(norm > COMPLETE ? 1 / norm : 0, vector);
        return vector;
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
