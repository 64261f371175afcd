package org.cotangent.optim.search;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * The truncated Newton direction: conjugate gradients on H d = −∇f as far as the forcing term of
 * Eisenstat and Walker (1996), Choosing the forcing terms in an inexact Newton method, SIAM J. Sci.
 * Comput. 17, asks; a direction of negative curvature where one is met.
 *
 * @param preconditioner what the conjugate gradients begin from; a good one saves products
 */
public record NewtonCg(Preconditioner preconditioner) implements Direction<TwiceDifferentiableFunction> {

    public NewtonCg {
        Objects.requireNonNull(preconditioner, "preconditioner is null, expected Preconditioner.NONE for none");
    }

    /** Without preconditioner. */
    public NewtonCg() {
        this(Preconditioner.NONE);
    }

    @Override
    public Memory begin(TwiceDifferentiableFunction function) {
        return new NewtonMemory(function, preconditioner);
    }

    /** Silent about a preconditioner that there is not. */
    @Override
    public String toString() {
        return preconditioner == Preconditioner.NONE ? "NewtonCg[]" : "NewtonCg[preconditioner=" + preconditioner + "]";
    }

    private static final class NewtonMemory implements Memory {

        /** Choice 2 of the paper, γ = 0.9, α = 2, and its safeguard. */
        private static final double GAMMA = 0.9;

        private static final double SAFEGUARD = 0.1;
        /** Below the 0.9 of the paper: here a product costs no more than an evaluation, so few of them save little. */
        private static final double LARGEST_FORCING = 0.1;

        /** Curvature relative to the largest that cannot be told from rounding in products and sums. */
        private static final double FLAT = 64 * Math.ulp(1.0);

        /** The same for a verdict about a point: half the digits, as the point itself is inexact. */
        private static final double CERTIFIED_FLAT = Math.sqrt(Math.ulp(1.0));

        /** A solve on the gradient goes on to half the digits: what is a smaller part of it is left to the probe. */
        private static final double CERTIFIED = Math.sqrt(Math.ulp(1.0));

        /** The residual, as a share of the gradient, at which the gap is known to more digits than it is worth. */
        private static final double GAP_KNOWN = 1e-4;

        /** Long enough to leave a saddle quickly, short enough to stay where the curvature holds. */
        private static final double FIRST_RELATIVE_STEP = 1e-2;

        private static final int FEWEST_PRODUCTS = 20;
        private static final int MOST_PRODUCTS = 1000;
        private static final int PROBE_PRODUCTS = 50;

        private final TwiceDifferentiableFunction function;
        private final Preconditioner preconditioner;
        private final ConjugateGradients solver;
        private final int mostProducts;
        private double forcing = LARGEST_FORCING;
        private boolean cautious;
        private boolean lastWasGradient;
        private double lastNorm = Double.NaN;

        NewtonMemory(TwiceDifferentiableFunction function, Preconditioner preconditioner) {
            this.function = function;
            this.preconditioner = preconditioner;
            int n = function.dimension();
            solver = new ConjugateGradients(n);
            // In exact arithmetic n products suffice; rounding doubles that on hard problems.
            mostProducts = (int) Math.min(MOST_PRODUCTS, Math.max(FEWEST_PRODUCTS, 2L * n));
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            double norm = Vectors.norm(gradient);
            updateForcing(norm);
            lastWasGradient = cautious;
            cautious = false;
            if (lastWasGradient) {
                heading.steepestDescent(gradient, Math.min(1, 1 / norm));
                return;
            }
            LinearOperator hessian = function.hessianAt(at.point());
            solver.solve(hessian, gradient, forcing * norm, mostProducts, FLAT, preconditioner, at.point());
            if (solver.foundNegativeCurvature()) {
                follow(gradient, heading, Vectors.norm(at.point()));
            } else {
                takeSolution(gradient, norm, heading);
            }
        }

        private void updateForcing(double norm) {
            if (lastNorm > 0) {
                double ratio = norm / lastNorm;
                double kept = GAMMA * forcing * forcing;
                double proposed = GAMMA * ratio * ratio;
                forcing = Math.min(LARGEST_FORCING, kept > SAFEGUARD ? Math.max(proposed, kept) : proposed);
            }
            lastNorm = norm;
        }

        private void takeSolution(double[] gradient, double norm, Heading heading) {
            double[] solution = solver.solution();
            if (Vectors.isFinite(solution) && Vectors.dot(solution, gradient) < 0) {
                System.arraycopy(solution, 0, heading.vector(), 0, solution.length);
                heading.set(Double.NaN, 1);
            } else {
                heading.steepestDescent(gradient, Math.min(1, 1 / norm));
                // Level where the solve began: the search must look for the end of the fall itself.
                heading.set(Math.min(0, solver.smallestCurvature()), heading.firstStep());
            }
        }

        /** Sets out along the negative curvature just met, downhill if there is a slope. */
        private void follow(double[] gradient, Heading heading, double pointNorm) {
            double[] found = solver.direction();
            double norm = Vectors.norm(found);
            double sign = Vectors.dot(found, gradient) > 0 ? -1 : 1;
            double[] vector = heading.vector();
            for (int i = 0; i < vector.length; i++) {
                vector[i] = sign * found[i] / norm;
            }
            // The length the gradient alone would suggest, and never a step lost in the point's rounding.
            double curvature = solver.smallestCurvature();
            double balanced = Math.abs(heading.slope(gradient) / curvature);
            double first = Math.max(balanced, FIRST_RELATIVE_STEP * Math.max(1, pointNorm));
            heading.set(curvature, first);
        }

        @Override
        public void exchange(State state) {
            forcing = state.number(forcing);
            cautious = state.flag(cautious);
            lastWasGradient = state.flag(lastWasGradient);
            lastNorm = state.number(lastNorm);
        }

        @Override
        public boolean forget() {
            // Rounding can spoil a Newton direction of a nearly singular Hessian, never the gradient.
            boolean newton = !lastWasGradient;
            cautious = newton;
            return newton;
        }

        @Override
        public Certificate certify(Evaluation at, Heading heading) {
            LinearOperator hessian = function.hessianAt(at.point());
            double norm = Vectors.norm(at.gradient());
            solver.solve(hessian, at.gradient(), CERTIFIED * norm, mostProducts, CERTIFIED_FLAT);
            double gap = solver.residualNorm() <= GAP_KNOWN * norm ? solver.decrement() : Double.NaN;
            double curvature = solver.smallestCurvature();
            boolean flat = solver.foundFlat(CERTIFIED_FLAT);
            if (!solver.foundNegativeCurvature()) {
                int products = Math.min(PROBE_PRODUCTS, function.dimension());
                solver.solve(hessian, probe(), 0, products, CERTIFIED_FLAT);
                curvature = Math.min(curvature, solver.smallestCurvature());
                flat |= solver.foundFlat(CERTIFIED_FLAT);
            }
            if (Double.isInfinite(curvature)) {
                // No product was finite, so nothing was seen.
                return Certificate.FIRST_ORDER;
            }
            if (!solver.foundNegativeCurvature()) {
                // Where a curvature vanishes the decrement leaves out what lies along it.
                OptionalDouble known = flat || Double.isNaN(gap) ? OptionalDouble.empty() : OptionalDouble.of(gap);
                return new Certificate(known, OptionalDouble.of(Math.max(0, curvature)));
            }
            follow(at.gradient(), heading, Vectors.norm(at.point()));
            return new Certificate(OptionalDouble.empty(), OptionalDouble.of(curvature));
        }

        /** Fixed pseudo-random signs and sizes, so that no symmetry of the problem hides a direction. */
        private double[] probe() {
            SplittableRandom random = new SplittableRandom(1);
            double[] probe = new double[function.dimension()];
            for (int i = 0; i < probe.length; i++) {
                probe[i] = random.nextDouble(-1, 1);
            }
            return probe;
        }
    }
}
