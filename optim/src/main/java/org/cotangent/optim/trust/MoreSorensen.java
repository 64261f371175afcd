package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/**
 * The global minimum of the model within the region, whatever the signs of its curvature: Moré,
 * Sorensen (1983), Computing a trust region step, SIAM J. Sci. Stat. Comput. 4, algorithm 3.14. Finds
 * the λ ≥ 0 at which (A + λI) z = −b is as long as the radius by safeguarded Newton steps on
 * 1/‖z‖ − 1/Δ; in the hard case, where no such z is long enough, goes on along an eigenvector.
 */
public record MoreSorensen() implements SubproblemSolver<DenseQuadratic> {

    /** Relative error of length and decrease; the paper is content with 0.1, here more costs a factorization or two. */
    private static final double TOLERANCE = 1e-6;

    /** Far more than were ever seen; then the last point within the region is good enough. */
    private static final int MOST_FACTORIZATIONS = 100;

    /** The safeguard of the paper, section 3: how far into the bracket to go when λ fell out of it. */
    private static final double SAFEGUARD = 1e-3;

    @Override
    public void solve(DenseQuadratic quadratic, double radius, TrustStep step) {
        ScaledProblem problem = new ScaledProblem(quadratic);
        double[] lowest = new double[quadratic.scale().length];
        if (quadratic.lowestPoint(lowest)) {
            // Nearer than what λ → 0 finds where H is singular, and known anyway.
            for (int i = 0; i < lowest.length; i++) {
                lowest[i] *= quadratic.scale()[i];
            }
            if (Vectors.norm(lowest) <= radius) {
                fill(problem, lowest, false, step);
                return;
            }
        }
        Solve solve = new Solve(quadratic.scaledMatrix(), problem.gradient(), radius);
        solve.run();
        fill(problem, solve.z, solve.restricted, step);
    }

    private static void fill(ScaledProblem problem, double[] z, boolean restricted, TrustStep step) {
        double[] product = new double[z.length];
        problem.apply(z, product);
        double predicted = -Vectors.dot(problem.gradient(), z) - Vectors.dot(z, product) / 2;
        problem.fill(z, predicted, restricted, step);
    }

    /** One solve, with the paper's bracket of λ: lower and upper bound, and a lower bound of −λ₁. */
    private static final class Solve {

        private final double[] b;
        private final double radius;
        private final ShiftedCholesky cholesky;
        private final double[] z;
        private double lower;
        private double upper;
        private double convexFrom;
        private double rounding;
        private boolean restricted = true;

        Solve(double[] matrix, double[] b, double radius) {
            this.b = b;
            this.radius = radius;
            int n = b.length;
            cholesky = new ShiftedCholesky(matrix, n);
            z = new double[n];
            bracket(matrix, n);
        }

        private void bracket(double[] matrix, int n) {
            double size = 0;
            convexFrom = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                double row = 0;
                for (int j = 0; j < n; j++) {
                    row += Math.abs(matrix[i * n + j]);
                }
                size = Math.max(size, row);
                convexFrom = Math.max(convexFrom, -matrix[i * n + i]);
            }
            double slope = Vectors.norm(b) / radius;
            // Strictly above −λ₁, also for one variable or no slope, so that the bracket has an inside.
            upper = slope + (1 + SAFEGUARD) * size;
            lower = Math.max(0, Math.max(convexFrom, slope - size));
            rounding = SymmetricEigen.rounding(size, n);
        }

        void run() {
            double next = lower;
            for (int k = 0; k < MOST_FACTORIZATIONS; k++) {
                double lambda = k == 0 ? next : safeguarded(next);
                if (cholesky.factor(lambda, 0)) {
                    next = tryStep(lambda);
                    if (Double.isNaN(next)) {
                        return;
                    }
                } else {
                    convexFrom = Math.max(convexFrom, Math.max(lambda, cholesky.boundAfterFailure()));
                    lower = Math.max(lower, convexFrom);
                    next = convexFrom;
                }
            }
            double norm = Vectors.norm(z);
            if (norm > radius) {
                Vectors.scale(radius / norm, z);
            }
        }

        private double safeguarded(double lambda) {
            double inside = Math.min(upper, Math.max(lower, lambda));
            return inside > convexFrom ? inside : Math.max(SAFEGUARD * upper, middle());
        }

        /** The geometric mean of the bracket, also where the product overflows or underflows. */
        private double middle() {
            double square = lower * upper;
            return square > 0x1p-960 && square < 0x1p960 ? Math.sqrt(square) : Math.sqrt(lower) * Math.sqrt(upper);
        }

        /** The step for a λ that makes the model convex; NaN if it solves the problem, otherwise the next λ. */
        private double tryStep(double lambda) {
            double[] w = b.clone();
            Vectors.scale(-1, w);
            cholesky.solveLower(w);
            double energy = Vectors.dot(w, w);
            cholesky.solveTransposed(w);
            System.arraycopy(w, 0, z, 0, z.length);
            double norm = Vectors.norm(z);
            if (norm <= radius && isEnoughInside(lambda, norm, energy)) {
                restricted = false;
                return Double.NaN;
            }
            if (Math.abs(norm - radius) <= TOLERANCE * radius) {
                return Double.NaN;
            }
            if (norm < radius) {
                upper = Math.min(upper, lambda);
                if (goesOnAlongNullVector(lambda, norm, energy)) {
                    return Double.NaN;
                }
            } else {
                lower = Math.max(lower, lambda);
            }
            if (norm == 0) {
                return convexFrom;
            }
            cholesky.solveLower(w);
            double ratio = norm / Vectors.norm(w);
            return lambda + ratio * ratio * (norm / radius - 1);
        }

        /** Whether no point of the region is noticeably lower: λ is 0, or as good as. */
        private boolean isEnoughInside(double lambda, double norm, double energy) {
            // energy is ‖Lᵀz‖²; the model is −½ (energy + λ‖z‖²) here and nowhere below −½ (energy + λ Δ²).
            // A bracket that is down to rounding around −λ₁ = 0 is as good.
            return lambda * (radius - norm) * (radius + norm) <= TOLERANCE * energy || upper - lower <= rounding;
        }

        /** What the paper allows to be lost, section 3, in its hard case. */
        private double enough(double lambda, double energy) {
            return TOLERANCE * (2 - TOLERANCE) * (energy + lambda * radius * radius);
        }

        /** The hard case: completes a short z to the boundary if that is good enough. */
        private boolean goesOnAlongNullVector(double lambda, double norm, double energy) {
            double[] nearNull = new double[z.length];
            double stretch = cholesky.nearNullVector(nearNull);
            if (Vectors.dot(nearNull, z) < 0) {
                // The nearer of the two intersections with the boundary.
                Vectors.scale(-1, nearNull);
            }
            convexFrom = Math.max(convexFrom, lambda - stretch * stretch);
            lower = Math.max(lower, convexFrom);
            double tau = Sphere.distance(z, nearNull, radius);
            double loss = tau * stretch;
            double gain = lambda * (radius - norm) * (radius + norm) - loss * loss;
            // A direction without slope or curvature gains nothing but rounding, and is left alone.
            boolean goes = loss * loss <= enough(lambda, energy) && gain > TOLERANCE * energy;
            if (goes) {
                Vectors.addScaled(tau, nearNull, z);
            }
            return goes;
        }
    }
}
