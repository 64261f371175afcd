package org.cotangent.optim.trust;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.optim.run.Vectors;

/**
 * The minimum of the model within the region over a growing Krylov space: Gould, Lucidi, Roma, Toint
 * (1999), Solving the trust-region subproblem using the Lanczos method, SIAM J. Optim. 9, algorithm
 * 5.1, preconditioned by D². Where {@link SteihaugToint} stops at the boundary, this goes on along it.
 * The Lanczos vectors are kept and reorthogonalized, so that no second pass of products is needed and
 * rounding brings no spurious copies: k products cost 2k²n operations and k vectors of memory.
 */
public record Gltr() implements SubproblemSolver<ProductQuadratic> {

    /** Beyond this the memory would count; the point so far is better than Steihaug's. */
    private static final int MOST_VECTORS = 300;

    /** A new Lanczos vector this much shorter than the product it came from is rounding: the space is complete. */
    private static final double COMPLETE = 64 * Math.ulp(1.0);

    @Override
    public void solve(ProductQuadratic quadratic, double radius, TrustStep step) {
        new Solve(new ScaledProblem(quadratic), radius).run(quadratic.forcing(), step);
    }

    private static final class Solve {

        private final ScaledProblem problem;
        private final double radius;
        private final double slope;
        private final List<double[]> vectors = new ArrayList<>();
        private final Tridiagonal tridiagonal;
        private double[] weights = {};

        Solve(ScaledProblem problem, double radius) {
            this.problem = problem;
            this.radius = radius;
            slope = Vectors.norm(problem.gradient());
            tridiagonal = new Tridiagonal(Math.min(MOST_VECTORS, problem.gradient().length));
        }

        void run(double forcing, TrustStep step) {
            double[] z = new double[problem.gradient().length];
            if (slope == 0) {
                problem.fill(z, 0, false, step);
                return;
            }
            double[] next = problem.gradient().clone();
            Vectors.scale(1 / slope, next);
            double residual = Double.POSITIVE_INFINITY;
            while (tridiagonal.size() < tridiagonal.capacity() && residual > forcing * slope) {
                next = extend(next);
                weights = tridiagonal.minimize(slope, radius);
                // ‖A z + λ z + b‖ (paper, equation 5.3).
                residual = tridiagonal.lastCoupling() * Math.abs(weights[weights.length - 1]);
            }
            for (int k = 0; k < weights.length; k++) {
                Vectors.addScaled(weights[k], vectors.get(k), z);
            }
            problem.fill(z, tridiagonal.decrease(slope, weights), tridiagonal.isRestricted(), step);
        }

        /** Takes in the newest vector q and returns the next one, 0 if the space is complete. */
        private double[] extend(double[] q) {
            vectors.add(q);
            double[] product = new double[q.length];
            problem.apply(q, product);
            double size = Vectors.norm(product);
            double diagonal = Vectors.dot(q, product);
            orthogonalize(product);
            orthogonalize(product);
            double coupling = Vectors.norm(product);
            boolean complete = !(coupling > COMPLETE * size);
            tridiagonal.extend(diagonal, complete ? 0 : coupling);
            Vectors.scale(complete ? 0 : 1 / coupling, product);
            return product;
        }

        private void orthogonalize(double[] vector) {
            for (double[] earlier : vectors) {
                Vectors.addScaled(-Vectors.dot(earlier, vector), earlier, vector);
            }
        }
    }
}
