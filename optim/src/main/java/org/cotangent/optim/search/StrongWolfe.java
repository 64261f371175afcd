package org.cotangent.optim.search;

import java.util.function.Function;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Vectors;

/**
 * The strong Wolfe conditions: enough decrease, and the slope flattened to a fraction. The search
 * is that of Moré and Thuente (1994), Line search algorithms with guaranteed sufficient decrease,
 * ACM TOMS 20; near the rounding floor of f the approximate conditions of Hager and Zhang count.
 *
 * @param flattening the fraction of the slope that may be left, above 1e-4 and below 1
 */
public record StrongWolfe(double flattening) implements StepRule {

    public StrongWolfe {
        if (!(flattening > Decrease.FRACTION && flattening < 1)) {
            throw new IllegalArgumentException("flattening is " + flattening
                    + ", expected a number between 1e-4 and 1; 0.9 for quasi-Newton methods, 0.1 for conjugate"
                    + " gradients");
        }
    }

    /** The usual conditions for quasi-Newton methods: 0.9 of the slope may be left. */
    public StrongWolfe() {
        this(Decrease.FLATTENING);
    }

    @Override
    public Outcome search(Path path, Heading heading) {
        return new Search(path, flattening).along(heading);
    }

    @Override
    public Function<Heading, Outcome> along(Path path) {
        return new Search(path, flattening)::along;
    }

    /** One search after the other. */
    private static final class Search {

        /** Extrapolation limits, and the shrinkage expected in two trials (Moré, Thuente 1994, section 5). */
        private static final double LEAST_GROWTH = 1.1;

        private static final double MOST_GROWTH = 4;
        private static final double EXPECTED_SHRINK = 0.66;

        private final Path path;
        private final double flattening;
        private final Bracket bracket = new Bracket();
        private double tilt;
        private double limit;
        private boolean firstStage;
        private double width;
        private double previousWidth;
        private final Evidence evidence;
        private Evaluation best;

        Search(Path path, double flattening) {
            this.path = path;
            this.flattening = flattening;
            best = path.origin();
            evidence = new Evidence(path);
        }

        StepRule.Outcome along(Heading heading) {
            if (!(path.slope() < 0)) {
                return new StepRule.Failed(Diagnosis.NOT_DESCENT);
            }
            begin();
            return from(Math.min(heading.firstStep(), path.longest()));
        }

        private void begin() {
            bracket.begin(path.origin().value(), path.slope());
            evidence.begin();
            tilt = Decrease.FRACTION * path.slope();
            limit = path.longest();
            firstStage = true;
            width = Double.POSITIVE_INFINITY;
            previousWidth = Double.POSITIVE_INFINITY;
            best = path.origin();
        }

        private StepRule.Outcome from(double first) {
            double t = first;
            double least = 0;
            double most = t + MOST_GROWTH * t;
            for (int trials = 0; trials < Armijo.MOST_TRIALS; trials++) {
                Evaluation trial = path.at(t);
                boolean finite = Vectors.isFinite(trial.gradient());
                double value = trial.value();
                if (!finite || !Double.isFinite(value)) {
                    evidence.noteWall();
                    path.release(trial);
                    limit = bracket.best + (t - bracket.best) / 2;
                    t = limit;
                    continue;
                }
                double slope = path.slopeAt(trial);
                if (isAcceptable(trial, t, slope)) {
                    return path.accept(t, trial);
                }
                evidence.note(t, value);
                if (evidence.isHopeless()) {
                    break;
                }
                t = next(trial, t, slope, least, most);
                least = bracket.closed ? Math.min(bracket.best, bracket.other) : beyond(t, LEAST_GROWTH);
                most = bracket.closed ? Math.max(bracket.best, bracket.other) : beyond(t, MOST_GROWTH);
                if (bracket.closed && (t <= least || t >= most)) {
                    break;
                }
            }
            return bestOrFailure();
        }

        private double beyond(double t, double growth) {
            return t + growth * (t - bracket.best);
        }

        private boolean isAcceptable(Evaluation trial, double t, double slope) {
            if (!Decrease.isSufficient(path, trial, t, flattening)) {
                return false;
            }
            boolean flat = Math.abs(slope) <= flattening * -path.slope();
            return flat || (t >= limit && slope <= 0);
        }

        private double next(Evaluation trial, double t, double slope, double least, double most) {
            double value = trial.value();
            boolean below = Decrease.armijo(path, trial, t);
            if (firstStage && below && slope >= 0) {
                firstStage = false;
            }
            boolean better = value <= bracket.bestValue;
            double tiltNow = firstStage && better && !below ? tilt : 0;
            double previousBest = bracket.best;
            double next = bracket.update(t, value, slope, least, most, tiltNow);
            keep(trial, previousBest);
            return Math.min(limit, bisectIfSlow(next));
        }

        private void keep(Evaluation trial, double previousBest) {
            if (bracket.best == previousBest) {
                path.release(trial);
                return;
            }
            path.release(best);
            best = trial;
        }

        private double bisectIfSlow(double next) {
            if (!bracket.closed) {
                return next;
            }
            double now = Math.abs(bracket.other - bracket.best);
            boolean slow = now >= EXPECTED_SHRINK * previousWidth;
            previousWidth = width;
            width = now;
            return slow ? bracket.best + (bracket.other - bracket.best) / 2 : next;
        }

        private StepRule.Outcome bestOrFailure() {
            if (best != path.origin() && Decrease.isSufficient(path, best, bracket.best, flattening)) {
                return path.accept(bracket.best, best);
            }
            return new StepRule.Failed(evidence.diagnosis());
        }
    }
}
