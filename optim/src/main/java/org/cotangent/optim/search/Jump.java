package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Vectors;

/**
 * Tells whether the slope jumps between two points that are very near: a smooth function is
 * quadratic there, so that its slope changes evenly from one to the other.
 */
final class Jump {

    /** Where to look, as parts of the way; uneven, so that several kinks do not look even. */
    private static final double[] PLACES = {0.21, 0.45, 0.72};

    /** A departure from the straight line, as a part of the change, that no quadratic makes. */
    private static final double UNEVEN = 0.05;

    private final DifferentiableFunction function;

    Jump(DifferentiableFunction function) {
        this.function = function;
    }

    /** Costs as many gradients as there are places. */
    boolean isBetween(Evaluation from, Evaluation to) {
        double[] step = new double[from.point().length];
        Vectors.sum(to.point(), -1, from.point(), step);
        double before = Vectors.dot(from.gradient(), step);
        double change = Vectors.dot(to.gradient(), step) - before;
        boolean uneven = false;
        // Own buffers: those of a point that was left may be in use for the next trial.
        FunctionEvaluation between = new FunctionEvaluation(function);
        for (double place : PLACES) {
            Vectors.sum(from.point(), place, step, between.overwrite());
            double slope = Vectors.dot(between.gradient(), step);
            uneven |= Math.abs(slope - before - place * change) > UNEVEN * Math.abs(change);
        }
        return uneven;
    }
}
