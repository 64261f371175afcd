package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/**
 * The Newton step −H⁻¹g in the scale D, if H is positive definite as far as rounding can tell; if H is
 * singular and g within its range, as where a shift or a rotation of all variables changes nothing, the
 * shortest of all solutions.
 */
final class UndampedStep {

    /** A gradient with a larger share than this outside the range of H is no matter of rounding: half the digits. */
    private static final double INCONSISTENT = Math.sqrt(Math.ulp(1.0));

    /** Bits granted to the rounding of a gradient. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    private final double[] region;
    private final double[] scale;
    private final double[] gradient;
    private final double[] matrix;
    private final double value;
    private final double uncertainty;
    private final double[] vector;
    private double decrement = Double.NaN;
    private double scaledNorm = Double.NaN;
    private int rank;

    private UndampedStep(DenseQuadratic quadratic, double value, double uncertainty) {
        this.value = value;
        this.uncertainty = uncertainty;
        int n = quadratic.scale().length;
        region = quadratic.scale();
        EvenScale even = EvenScale.of(quadratic.matrix(), n);
        scale = even.scale();
        matrix = even.matrix();
        gradient = ScaledProblem.divided(quadratic.gradient(), scale);
        vector = new double[n];
    }

    /**
     * Solves.
     *
     * @param value f at the point, which tells how large rounding in the gradient may be
     * @param uncertainty how far eigenvalues of H in even scale may be off beyond rounding; all are taken to be
     *     smaller by this, so that step and decrement are rather too long than too short
     */
    static UndampedStep of(DenseQuadratic quadratic, double value, double uncertainty) {
        UndampedStep step = new UndampedStep(quadratic, value, uncertainty);
        if (Vectors.isFinite(step.matrix)) {
            step.solve();
        }
        return step;
    }

    private void solve() {
        if (uncertainty == 0) {
            solveExact();
        } else {
            solveByEigenvalues(SymmetricEigen.of(matrix, scale.length));
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
        } else if (cholesky.failedPivot() >= -least * n) {
            solveByEigenvalues(SymmetricEigen.of(matrix, n));
        }
    }

    private void solveByEigenvalues(SymmetricEigen eigen) {
        double flat = eigen.rounding() + 2 * uncertainty;
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
                outside = Math.hypot(outside, along);
            }
        }
        double noise = ROUNDING * z.length * Math.sqrt(Math.abs(value) * Math.abs(eigen.value(eigen.largest())));
        boolean consistent = outside <= Math.max(noise, INCONSISTENT * Vectors.norm(gradient));
        if (eigen.value(eigen.smallest()) >= -flat && consistent) {
            rank = kept;
            decrement = sum;
            take(z);
        }
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

    /** The rank of H, 0 if there is no step. */
    int rank() {
        return rank;
    }
}
