package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Vectors;

/**
 * Always the same multiple of the direction, whether the value falls or not; halved only where
 * value or gradient is not finite.
 *
 * @param step multiple of the direction, positive and finite
 */
public record FixedStep(double step) implements StepRule {

    public FixedStep {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException(
                    "step is " + step + ", expected a positive finite number; try 1 / (largest curvature)");
        }
    }

    @Override
    public Outcome search(Path path, Heading heading) {
        double t = step;
        for (int trials = 0; trials < Armijo.MOST_TRIALS; trials++) {
            Evaluation trial = path.at(t);
            // One call for both: the gradient is needed at the next iterate anyway.
            boolean finite = Vectors.isFinite(trial.gradient()) && Double.isFinite(trial.value());
            if (finite) {
                return path.accept(t, trial);
            }
            path.release(trial);
            t /= 2;
        }
        return new Failed(Diagnosis.NON_FINITE_WALL);
    }
}
