package org.cotangent.optim.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.cotangent.optim.run.Vectors;

/**
 * The few directions in which a large matrix is flat, as where a shift of some variables changes nothing, by
 * inverse iteration: about n³/3 operations, where all eigenvalues and vectors take some 25 n³. Says so where
 * they are many, or not far apart from the others; then eigenvalues have to tell.
 */
final class FlatDirections {

    /** Twice as many would not be few, at 16 n² operations each. */
    private static final int LEAST_SHARE = 16;

    /** Curvatures between flat and this many times as much leave the question to eigenvalues. */
    private static final double CLEAR = 100;

    /** Each makes a flat part at least {@link #CLEAR} / 2 times larger beside others: three overcome any start. */
    private static final int ITERATIONS = 4;

    /** Each leaves at most 1 / {@link #CLEAR} of the error; sooner if nothing is left. */
    private static final int REFINEMENTS = 8;

    /** Power iterations for the largest curvature, of which the order counts. */
    private static final int POWERS = 8;

    private final double[] matrix;
    private final int n;
    private final ShiftedCholesky cholesky;
    private final double flat;
    private final double largest;
    private final List<double[]> vectors = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);

    private FlatDirections(double[] matrix, int n, double rounding, double bend) {
        this.matrix = matrix;
        this.n = n;
        largest = largestCurvature();
        flat = Math.max(rounding * largest, bend);
        cholesky = new ShiftedCholesky(matrix, n);
    }

    /**
     * Looks.
     *
     * @param matrix by rows, length n·n, symmetric and finite, not modified
     * @param rounding curvatures up to this share of the largest are flat
     * @param bend and so are those up to this
     * @return empty if some curvature is negative, or not clearly flat or not
     */
    static Optional<FlatDirections> of(double[] matrix, int n, double rounding, double bend) {
        FlatDirections directions = new FlatDirections(matrix, n, rounding, bend);
        return directions.find() ? Optional.of(directions) : Optional.empty();
    }

    private boolean find() {
        if (!cholesky.factor(flat, 0)) {
            return false;
        }
        while (vectors.size() <= n / LEAST_SHARE) {
            double[] vector = flattest();
            double[] product = product(vector);
            double curvature = Vectors.dot(vector, product);
            if (curvature >= CLEAR * flat) {
                return true;
            }
            Vectors.addScaled(-curvature, vector, product);
            if (!(Math.abs(curvature) <= flat / 2 && Vectors.norm(product) <= flat)) {
                return false;
            }
            vectors.add(vector);
        }
        return false;
    }

    /** Across those that are known. */
    private double[] flattest() {
        double[] vector = unit();
        for (int k = 0; k < ITERATIONS; k++) {
            project(vector);
            solve(vector);
            project(vector);
            Vectors.scale(1 / Vectors.norm(vector), vector);
        }
        return vector;
    }

    private double largestCurvature() {
        double[] vector = unit();
        double norm = 0;
        for (int k = 0; k < POWERS; k++) {
            vector = product(vector);
            norm = Vectors.norm(vector);
            Vectors.scale(1 / norm, vector);
        }
        return norm;
    }

    private double[] unit() {
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = random.nextDouble(-1, 1);
        }
        Vectors.scale(1 / Vectors.norm(vector), vector);
        return vector;
    }

    private double[] product(double[] vector) {
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            // Symmetric, and by rows, so that n sums grow side by side.
            double factor = vector[i];
            for (int j = 0; j < n; j++) {
                product[j] += matrix[i * n + j] * factor;
            }
        }
        return product;
    }

    private void solve(double[] vector) {
        cholesky.solveLower(vector);
        cholesky.solveTransposed(vector);
    }

    /** Takes the flat part out. */
    private void project(double[] vector) {
        for (double[] known : vectors) {
            Vectors.addScaled(-Vectors.dot(known, vector), known, vector);
        }
    }

    /** The largest curvature, to a few per cent. */
    double largest() {
        return largest;
    }

    /** How many directions are flat. */
    int count() {
        return vectors.size();
    }

    /**
     * How much of a vector lies along the flat directions.
     *
     * @param b length n, not modified
     * @param rounding how much of the part along a direction may be rounding, which does not count
     */
    double flatPart(double[] b, ToDoubleFunction<double[]> rounding) {
        double norm = 0;
        for (double[] known : vectors) {
            double part = Math.abs(Vectors.dot(known, b));
            norm = Math.hypot(norm, Math.max(0, part - rounding.applyAsDouble(known)));
        }
        return norm;
    }

    /**
     * The shortest solution of H z = b but for the flat part of b.
     *
     * @param b length n, not modified
     * @return z, length n, a new array
     */
    double[] shortestSolution(double[] b) {
        double[] left = b.clone();
        double[] z = new double[n];
        project(left);
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < REFINEMENTS; k++) {
            solve(left);
            project(left);
            double correction = Vectors.norm(left);
            if (!(correction < before / 2)) {
                break;
            }
            before = correction;
            Vectors.addScaled(1, left, z);
            left = residual(b, z);
        }
        return z;
    }

    private double[] residual(double[] b, double[] z) {
        double[] residual = product(z);
        for (int i = 0; i < n; i++) {
            residual[i] = b[i] - residual[i];
        }
        project(residual);
        return residual;
    }
}
