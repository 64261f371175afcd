package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.optim.run.Vectors;

/**
 * The Newton step −H⁻¹g in the scale D, if H is positive definite as far as rounding can tell; if H is
 * singular and g within its range, as where a shift or a rotation of all variables changes nothing, the
 * shortest of all solutions.
 */
final class UndampedStep {

    /** A gradient with a larger share than this outside the range of H is no matter of rounding: half the digits. */
    private static final double INCONSISTENT = Math.sqrt(Math.ulp(1.0));

    /** A gradient this small beside curvature and point is that of a point near the lowest: a third of the digits. */
    private static final double NEAR = Math.cbrt(Math.ulp(1.0));

    /** A set of points may be bent around a part of the variables only, and more strongly by this factor. */
    private static final double PARTS = 8;

    /** Rounding units granted to each term of a gradient. */
    private static final double UNITS = 4;

    /** Bits granted to the rounding of a gradient. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    /**
     * From here on a singular matrix is not decomposed if a few flat directions explain all, which takes a
     * fiftieth of the operations; below it nobody would notice.
     */
    private static final int LARGE = 64;

    private final EvenScale even;
    private final double[] region;
    private final double[] scale;
    private final double[] gradient;
    private final double[] matrix;
    private final double value;
    private final double uncertainty;
    private final double bend;
    private final double[] vector;
    private final double[] swing;
    private double decrement = Double.NaN;
    private double scaledNorm = Double.NaN;
    private int rank;

    private UndampedStep(DenseQuadratic quadratic, EvenScale even, double value, double[] point, double uncertainty) {
        this.value = value;
        this.uncertainty = uncertainty;
        this.even = even;
        int n = quadratic.scale().length;
        region = quadratic.scale();
        scale = even.scale();
        matrix = even.matrix();
        gradient = ScaledProblem.divided(quadratic.gradient(), scale);
        vector = new double[n];
        double[] z = ScaledProblem.multiplied(point, scale);
        swing = swing(z);
        bend = bend(Vectors.norm(gradient) / Vectors.norm(z));
    }

    /**
     * Solves.
     *
     * @param even the matrix in even scale
     * @param value f at the point, which tells how large rounding in the gradient may be
     * @param point where that is, length n, not kept
     * @param uncertainty how far eigenvalues of H in even scale may be off beyond rounding; all are taken to be
     *     smaller by this, so that step and decrement are rather too long than too short
     */
    static UndampedStep of(DenseQuadratic quadratic, EvenScale even, double value, double[] point, double uncertainty) {
        UndampedStep step = new UndampedStep(quadratic, even, value, point, uncertainty);
        if (Vectors.isFinite(step.matrix)) {
            step.solve();
        }
        return step;
    }

    private void solve() {
        if (uncertainty == 0) {
            solveExact();
        } else {
            solveByEigenvalues(even.eigen());
        }
    }

    private void solveExact() {
        int n = scale.length;
        double least = SymmetricEigen.rounding(1, n);
        ShiftedCholesky cholesky = new ShiftedCholesky(matrix, n);
        if (cholesky.factor(0, least)) {
            double[] z = gradient.clone();
            cholesky.solveLower(z);
            decrement = Vectors.dot(z, z) / 2;
            cholesky.solveTransposed(z);
            rank = n;
            take(z);
        } else if (cholesky.failedPivot() >= -Math.max(least, bend) * n) {
            solveSingular();
        }
    }

    private void solveSingular() {
        int n = scale.length;
        Optional<FlatDirections> few =
                n < LARGE ? Optional.empty() : FlatDirections.of(matrix, n, SymmetricEigen.rounding(1, n), bend);
        if (few.isEmpty()) {
            solveByEigenvalues(even.eigen());
            return;
        }
        FlatDirections flat = few.get();
        if (flat.flatPart(gradient, this::rounding) <= most(flat.largest())) {
            double[] z = flat.shortestSolution(gradient);
            rank = n - flat.count();
            decrement = Vectors.dot(gradient, z) / 2;
            take(z);
        }
    }

    /** How large the part of the gradient outside the range of H may be. */
    private double most(double largestCurvature) {
        double noise = ROUNDING * scale.length * Math.sqrt(Math.abs(value) * largestCurvature);
        return Math.max(noise, INCONSISTENT * Vectors.norm(gradient));
    }

    private void solveByEigenvalues(SymmetricEigen eigen) {
        double flat = Math.max(eigen.rounding() + 2 * uncertainty, bend);
        double[] z = new double[scale.length];
        double sum = 0;
        double outside = 0;
        int kept = 0;
        for (int k = 0; k < z.length; k++) {
            double along = Vectors.dot(eigen.vector(k), gradient);
            if (eigen.value(k) > flat) {
                kept++;
                double curvature = eigen.value(k) - uncertainty;
                sum += along * along / curvature / 2;
                Vectors.addScaled(along / curvature, eigen.vector(k), z);
            } else {
                outside = Math.hypot(outside, Math.max(0, Math.abs(along) - rounding(eigen.vector(k))));
            }
        }
        boolean consistent = outside <= most(Math.abs(eigen.value(eigen.largest())));
        if (eigen.value(eigen.smallest()) >= -flat && consistent) {
            rank = kept;
            decrement = sum;
            take(z);
        }
    }

    /** Σ |Hᵢⱼ xⱼ| for each entry of the gradient: what it is made of, and so rounded in units of. */
    private double[] swing(double[] z) {
        double[] sums = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                sums[i] += Math.abs(matrix[i * z.length + j] * z[j]);
            }
        }
        return sums;
    }

    /** How large rounding may make the gradient along a direction, where f itself has cancelled to 0. */
    private double rounding(double[] direction) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += Math.abs(direction[i]) * swing[i];
        }
        return UNITS * Math.ulp(1.0) * sum;
    }

    /**
     * Eigenvalues of H in even scale up to this size may be 0 at the lowest point: a set of points with the same
     * value that is bent around 0, as by a rotation, shows the curvature ‖g‖ / ‖x‖ while the gradient across it is
     * not 0 yet. Only near the lowest point, so that no saddle is taken for flat.
     */
    private static double bend(double curvature) {
        return curvature <= NEAR ? PARTS * curvature : 0;
    }

    private void take(double[] z) {
        for (int i = 0; i < z.length; i++) {
            vector[i] = -z[i] / scale[i];
            z[i] = region[i] * vector[i];
        }
        scaledNorm = Vectors.norm(z);
    }

    /** The step, length n: the buffer itself; 0 if there is none. */
    double[] vector() {
        return vector;
    }

    /** ‖D s‖, NaN if there is no step. */
    double scaledNorm() {
        return scaledNorm;
    }

    /** ½ gᵀH⁻¹g, NaN if there is no step. */
    double decrement() {
        return decrement;
    }

    /** How large beyond rounding an eigenvalue of H in even scale may be that is 0 at the lowest point. */
    double flat() {
        return Math.max(2 * uncertainty, bend);
    }

    /** The rank of H, 0 if there is no step. */
    int rank() {
        return rank;
    }
}
