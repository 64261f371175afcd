package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Vectors;

/**
 * Armijo's condition against the highest of the last values instead of the last one: Grippo,
 * Lampariello, Lucidi (1986), A nonmonotone line search technique for Newton's method, SIAM J. Numer.
 * Anal. 23, equation 4. The direction says how high that is, see {@link Heading#tolerate}; without
 * it this is {@link Armijo}.
 */
public record NonmonotoneArmijo() implements StepRule {

    @Override
    public Outcome search(Path path, Heading heading) {
        double t = Math.min(heading.firstStep(), path.longest());
        double start = path.origin().value();
        double ceiling = Math.max(start, heading.ceiling());
        Evidence evidence = Evidence.begun(path);
        for (int trials = 0; trials < Armijo.MOST_TRIALS; trials++) {
            Evaluation trial = path.at(t);
            boolean finite = Vectors.isFinite(trial.gradient()) && Double.isFinite(trial.value());
            if (finite && isLow(path, trial, t, ceiling)) {
                return path.accept(t, trial);
            }
            evidence.note(t, trial.value());
            double rise = trial.value() - start - t * path.slope();
            path.release(trial);
            if (evidence.isHopeless()) {
                break;
            }
            t = Armijo.shortened(-path.slope() * t * t / (2 * rise), t);
        }
        return new Failed(evidence.diagnosis());
    }

    private static boolean isLow(Path path, Evaluation trial, double t, double ceiling) {
        boolean below = trial.value() <= ceiling + Decrease.FRACTION * path.promised(trial, t);
        return below || Decrease.isSufficient(path, trial, t);
    }
}
