package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.StepMeasure;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.Outlook;

/**
 * Measures the Newton step at a point by conjugate gradients on differences of gradients. Their iterates
 * only grow in length (Steihaug 1983, theorem 2.1), so the step is at least as long as the last of them: few
 * are enough to see that one is left, as in the directions that no step of a run went along. Where that sees
 * none, second derivatives have to agree, for methods that ask for them.
 */
final class NearbyCurvature implements StepMeasure {

    /** Differences over half of the digits of the point (Nocedal and Wright 2006, equation 8.11). */
    private static final double DISPLACEMENT = Math.sqrt(Math.ulp(1.0));

    /** Directions that are looked at: of more, a claim would cost more than it is worth. */
    private static final int MOST_PRODUCTS = 10;

    /** What differences leave of a residual that vanishes. */
    private static final double SOLVED = 1e-6;

    private final DifferentiableFunction function;
    private final Direction.Memory memory;
    private final Outlook.Look look;

    NearbyCurvature(DifferentiableFunction function, Direction.Memory memory, Outlook.Look look) {
        this.function = function;
        this.memory = memory;
        this.look = look;
    }

    @Override
    public double learnedStep(Evaluation at) {
        double[] step = new double[at.point().length];
        return memory.stepLeft(at, step) ? Vectors.norm(step) : Double.NaN;
    }

    @Override
    public double stepLeft(Evaluation at, double enough) {
        double step = differencedStep(at, enough);
        return step <= enough && function instanceof TwiceDifferentiableFunction
                ? Math.max(step, confirmedStep(at))
                : step;
    }

    /** By the whole Hessian: infinite where it is not that of a minimum, 0 where it is not to be had. */
    private double confirmedStep(Evaluation at) {
        return at instanceof FunctionEvaluation point
                ? look.from(point)
                        .map(seen -> seen.hasMinimum()
                                ? seen.relativeStep() * Vectors.norm(at.point())
                                : Double.POSITIVE_INFINITY)
                        .orElse(0.0)
                : 0;
    }

    private double differencedStep(Evaluation at, double enough) {
        double[] gradient = at.gradient();
        int n = gradient.length;
        // Own buffers: those of the search may hold points that are still needed.
        FunctionEvaluation nearby = new FunctionEvaluation(function);
        double[] step = new double[n];
        double[] residual = new double[n];
        Vectors.sum(residual, -1, gradient, residual);
        double[] direction = residual.clone();
        double[] product = new double[n];
        double square = Vectors.dot(residual, residual);
        double solved = SOLVED * SOLVED * square;
        for (int k = 0; k < Math.min(n, MOST_PRODUCTS) && square > solved; k++) {
            double curvature = curvature(at, direction, nearby, product);
            if (!(curvature > 0)) {
                // Level or falling to within rounding: a step is left, or it cannot be told.
                return Double.isNaN(curvature) || curvature == 0 ? Vectors.norm(step) : Double.POSITIVE_INFINITY;
            }
            Vectors.addScaled(square / curvature, direction, step);
            double length = Vectors.norm(step);
            if (!(length <= enough)) {
                return length;
            }
            Vectors.addScaled(-square / curvature, product, residual);
            double next = Vectors.dot(residual, residual);
            Vectors.scale(next / square, direction);
            Vectors.addScaled(1, residual, direction);
            square = next;
        }
        return Vectors.norm(step);
    }

    /** dᵀHd, 0 where it is no more than rounding, NaN at the end of a domain; sets H d. */
    private static double curvature(Evaluation at, double[] direction, FunctionEvaluation nearby, double[] product) {
        double size = Math.max(Vectors.norm(at.point()), Double.MIN_NORMAL);
        double t = DISPLACEMENT * size / Vectors.norm(direction);
        Vectors.sum(at.point(), t, direction, nearby.overwrite());
        double[] there = nearby.gradient();
        double[] here = at.gradient();
        double sum = 0;
        double rounding = 0;
        for (int i = 0; i < direction.length; i++) {
            product[i] = (there[i] - here[i]) / t;
            sum += direction[i] * product[i];
            rounding += Math.abs(direction[i]) * Math.ulp(Math.max(Math.abs(there[i]), Math.abs(here[i])));
        }
        return Math.abs(sum) <= rounding / t ? 0 : sum;
    }
}
