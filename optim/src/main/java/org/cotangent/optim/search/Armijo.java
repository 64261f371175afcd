package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Vectors;

/**
 * Backtracking: the first step tried that falls by a fraction of what the slope promises. The next
 * step to try minimizes the parabola or cubic through what is known (Nocedal, Wright, Numerical
 * Optimization, 2nd ed. 2006, equations 3.57 to 3.59).
 */
public record Armijo() implements StepRule {

    /** Halving this often exhausts the digits of a double (53) and some. */
    static final int MOST_TRIALS = 60;

    /** The next step is between these fractions of the last (Dennis, Schnabel 1983, A6.3.1). */
    private static final double LEAST_SHRINK = 0.5;

    private static final double MOST_SHRINK = 0.1;

    @Override
    public Outcome search(Path path, Heading heading) {
        double t = Math.min(heading.firstStep(), path.longest());
        double longerStep = Double.NaN;
        double longerChange = Double.NaN;
        double start = path.origin().value();
        Evidence evidence = Evidence.begun(path);
        for (int trials = 0; trials < MOST_TRIALS; trials++) {
            Evaluation trial = path.at(t);
            if (trials == 0) {
                // Most first trials are accepted: asking for the gradient now saves an evaluation.
                trial.gradient();
            }
            boolean falls = Decrease.isSufficient(path, trial, t);
            if (falls && Vectors.isFinite(trial.gradient())) {
                return path.accept(t, trial);
            }
            double change = trial.value() - start;
            evidence.note(t, falls ? Double.NaN : trial.value());
            path.release(trial);
            if (evidence.isHopeless()) {
                break;
            }
            double next = minimizer(path.slope(), t, change, longerStep, longerChange);
            longerStep = t;
            longerChange = change;
            t = shortened(next, t);
        }
        return new Failed(evidence.diagnosis());
    }

    /** What a formula proposes, within limits. */
    static double shortened(double next, double t) {
        // NaN where a value was not finite: halve.
        return next >= LEAST_SHRINK * t || Double.isNaN(next) ? LEAST_SHRINK * t : Math.max(next, MOST_SHRINK * t);
    }

    /** Where the interpolating cubic through two trials, or the parabola through one, is lowest. */
    private static double minimizer(double slope, double t, double change, double longerStep, double longerChange) {
        double excess = change - slope * t;
        if (!Double.isFinite(longerChange)) {
            return -slope * t * t / (2 * excess);
        }
        double longerExcess = longerChange - slope * longerStep;
        double near = excess / (t * t);
        double far = longerExcess / (longerStep * longerStep);
        double cubic = (near - far) / (t - longerStep);
        double quadratic = near - cubic * t;
        double root = Math.sqrt(quadratic * quadratic - 3 * cubic * slope);
        return quadratic > 0 ? -slope / (quadratic + root) : (root - quadratic) / (3 * cubic);
    }
}
