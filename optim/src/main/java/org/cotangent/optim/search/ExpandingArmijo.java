package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Vectors;

/**
 * The search along negative curvature, where the slope may vanish and no minimum need be near:
 * doubles the step while the value keeps falling, halves it until it falls by a fraction of what
 * slope and curvature promise, f(x + t d) ≤ f(x) + c (t ∇fᵀd + ½ t² dᵀHd) (McCormick 1977, A
 * modification of Armijo's step-size rule for negative curvature, Math. Prog. 13).
 */
public record ExpandingArmijo() implements StepRule {

    private static final double GROWTH = 2;

    @Override
    public Outcome search(Path path, Heading heading) {
        double t = Math.min(heading.firstStep(), path.longest());
        Evidence evidence = Evidence.begun(path);
        for (int trials = 0; trials < Armijo.MOST_TRIALS; trials++) {
            Evaluation trial = path.at(t);
            boolean falls = isSufficient(path, heading, trial.value(), t);
            if (falls && Vectors.isFinite(trial.gradient())) {
                // Only a first step that succeeded says that a longer one may.
                return trials == 0 ? expand(path, heading, t, trial) : path.accept(t, trial);
            }
            evidence.note(t, falls ? Double.NaN : trial.value());
            path.release(trial);
            t /= GROWTH;
        }
        return new Failed(evidence.diagnosis());
    }

    private static Outcome expand(Path path, Heading heading, double first, Evaluation firstTrial) {
        double best = first;
        Evaluation bestTrial = firstTrial;
        while (best < path.longest()) {
            double t = Math.min(GROWTH * best, path.longest());
            Evaluation trial = path.at(t);
            boolean falls = trial.value() < bestTrial.value()
                    && isSufficient(path, heading, trial.value(), t)
                    && Vectors.isFinite(trial.gradient());
            if (!falls) {
                path.release(trial);
                break;
            }
            path.release(bestTrial);
            best = t;
            bestTrial = trial;
        }
        return path.accept(best, bestTrial);
    }

    private static boolean isSufficient(Path path, Heading heading, double value, double t) {
        double change = value - path.origin().value();
        double promised = t * path.slope() + t * t * Math.min(0, heading.curvature()) / 2;
        // Minus infinity is not a point to go to; the loop reports it.
        return Double.isFinite(value) && change < 0 && change <= Decrease.FRACTION * promised;
    }
}
