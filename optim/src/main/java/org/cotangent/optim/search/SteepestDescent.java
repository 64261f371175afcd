package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/** Along the negative gradient. */
public record SteepestDescent() implements Direction<DifferentiableFunction> {

    /** How much longer than the last the next first trial may be; a search that fails it halves back. */
    private static final double GROWTH = 2;

    @Override
    public Memory begin(DifferentiableFunction function) {
        return new Memory() {

            private double lastStep = Double.NaN;

            @Override
            public void choose(Evaluation at, Heading heading) {
                double[] gradient = at.gradient();
                heading.steepestDescent(gradient, firstStep(gradient));
            }

            @Override
            public void learn(Evaluation from, Evaluation to) {
                lastStep = Vectors.distance(from.point(), to.point()) / Vectors.norm(from.gradient());
            }

            @Override
            public void exchange(State state) {
                lastStep = state.number(lastStep);
            }

            private double firstStep(double[] gradient) {
                // Before anything is known, a step of length at most 1.
                return lastStep > 0 ? GROWTH * lastStep : Math.min(1, 1 / Vectors.norm(gradient));
            }
        };
    }
}
