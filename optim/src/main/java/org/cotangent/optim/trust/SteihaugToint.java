package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/**
 * Conjugate gradients until the residual is small enough, the boundary is met, or curvature is not
 * positive, which is followed to the boundary: Toint (1981), Towards an efficient sparsity exploiting
 * Newton method for minimization; Steihaug (1983), The conjugate gradient method and trust regions in
 * large scale optimization, SIAM J. Numer. Anal. 20, section 2. Preconditioned by D².
 */
public record SteihaugToint() implements SubproblemSolver<ProductQuadratic> {

    /**
     * In exact arithmetic n products suffice; rounding makes a multiple of that where the condition is large. Solves
     * that end sooner cost more steps: 1.35 million products with 2 for each variable, 1.01 million with 10, over 135
     * problems of CUTE and of statistics.
     */
    private static final int PRODUCTS_PER_VARIABLE = 10;

    private static final int FEWEST_PRODUCTS = 20;
    private static final int MOST_PRODUCTS = 1000;

    /** No step is that long, and its square is still a double. */
    private static final double NO_RADIUS = 0x1p500;

    /** How many products a solve may take. */
    static int mostProducts(int dimension) {
        return (int) Math.min(MOST_PRODUCTS, Math.max(FEWEST_PRODUCTS, (long) PRODUCTS_PER_VARIABLE * dimension));
    }

    @Override
    public void solve(ProductQuadratic quadratic, double radius, TrustStep step) {
        new Solve(new ScaledProblem(quadratic), radius).run(quadratic.forcing(), step);
    }

    /**
     * By how much the lowest point of a quadratic is lower, as exactly as its forcing term asks.
     *
     * @return NaN where there is none, or where the products that a solve may take do not lead there
     */
    static double decrement(ProductQuadratic quadratic) {
        Solve solve = new Solve(new ScaledProblem(quadratic), NO_RADIUS);
        TrustStep step = new TrustStep(quadratic.scale().length);
        return solve.run(quadratic.forcing(), step) ? step.predicted() : Double.NaN;
    }

    /** One solve: the point z, its residual A z + b and the direction p. */
    private static final class Solve {

        private final ScaledProblem problem;
        private final double radius;
        private final double[] z;
        private final double[] residual;
        private final double[] p;
        private final double[] product;
        private double predicted;

        Solve(ScaledProblem problem, double radius) {
            this.problem = problem;
            this.radius = radius;
            residual = problem.gradient().clone();
            z = new double[residual.length];
            product = new double[residual.length];
            p = residual.clone();
            Vectors.scale(-1, p);
        }

        /** Fills the step; whether it leads to the lowest point of the model, as exactly as was asked. */
        boolean run(double forcing, TrustStep step) {
            double square = Vectors.dot(residual, residual);
            double enough = forcing * Math.sqrt(square);
            int most = mostProducts(z.length);
            boolean restricted = false;
            for (int k = 0; k < most && !restricted && square > 0 && !(k > 0 && Math.sqrt(square) <= enough); k++) {
                problem.apply(p, product);
                double curvature = Vectors.dot(p, product);
                double length = square / curvature;
                double longest = Sphere.distance(z, p, radius);
                restricted = !(curvature > 0) || !(length < longest);
                double taken = restricted ? longest : length;
                predicted += taken * (square - taken * curvature / 2);
                Vectors.addScaled(taken, p, z);
                Vectors.addScaled(taken, product, residual);
                double next = Vectors.dot(residual, residual);
                turn(next / square);
                square = next;
            }
            problem.fill(z, predicted, restricted, step);
            return !restricted && Math.sqrt(square) <= enough;
        }

        private void turn(double factor) {
            for (int i = 0; i < p.length; i++) {
                p[i] = factor * p[i] - residual[i];
            }
        }
    }
}
