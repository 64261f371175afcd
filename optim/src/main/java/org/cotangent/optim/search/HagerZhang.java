package org.cotangent.optim.search;

import java.util.function.Function;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Vectors;

/**
 * The Wolfe conditions by the search of Hager and Zhang: (2005), A new conjugate gradient method
 * with guaranteed descent and an efficient line search, SIAM J. Optim. 16, section 4 (secant²,
 * update, conditions T1 and T2); (2006), Algorithm 851: CG_DESCENT, ACM TOMS 32, section 4
 * (bracket). It works on slopes, which keep their digits where values lose theirs.
 *
 * @param flattening the fraction of the slope that may be left, above 1e-4 and below 1
 */
public record HagerZhang(double flattening) implements StepRule {

    public HagerZhang {
        if (!(flattening > Decrease.FRACTION && flattening < 1)) {
            throw new IllegalArgumentException("flattening is " + flattening
                    + ", expected a number between 1e-4 and 1; 0.9 for quasi-Newton methods, 0.1 for conjugate"
                    + " gradients");
        }
    }

    /** The usual conditions for quasi-Newton methods: 0.9 of the slope may be left. */
    public HagerZhang() {
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

    /** One search after the other, over an interval [a, b] whose slopes are negative at a and not at b. */
    private static final class Search {

        /** How fast the interval grows while no minimum is bracketed (ρ of 2006). */
        private static final double GROWTH = 5;

        /** The shrinkage below which the interval is halved (γ). */
        private static final double EXPECTED_SHRINK = 0.66;

        private final Path path;
        private final double flattening;
        private final Evidence evidence;
        private double tolerated;
        private int trials;
        private double a;
        private double slopeA;
        private double b;
        private double slopeB;
        private double t;
        private double value;
        private double slope;
        private double bestStep;
        private Evaluation best;
        private boolean accepted;

        Search(Path path, double flattening) {
            this.path = path;
            this.flattening = flattening;
            evidence = new Evidence(path);
            best = path.origin();
        }

        StepRule.Outcome along(Heading heading) {
            if (!(path.slope() < 0)) {
                return new StepRule.Failed(Diagnosis.NOT_DESCENT);
            }
            begin();
            return from(Math.min(heading.firstStep(), path.longest()));
        }

        private void begin() {
            evidence.begin();
            double start = path.origin().value();
            tolerated = start + Decrease.FLOOR * Math.abs(start);
            trials = 0;
            a = 0;
            slopeA = path.slope();
            b = 0;
            slopeB = 0;
            t = 0;
            value = 0;
            slope = 0;
            bestStep = 0;
            best = path.origin();
            accepted = false;
        }

        private StepRule.Outcome from(double first) {
            if (bracket(first)) {
                shrink();
            }
            if (accepted || best != path.origin()) {
                return path.accept(bestStep, best);
            }
            return new StepRule.Failed(evidence.diagnosis());
        }

        /** Evaluates a trial; whether the search goes on. */
        private boolean probe(double at) {
            if (++trials > Armijo.MOST_TRIALS || evidence.isHopeless()) {
                return false;
            }
            t = at;
            Evaluation trial = path.at(at);
            boolean finite = Vectors.isFinite(trial.gradient()) && Double.isFinite(trial.value());
            // A point outside the domain is too far, as one that is too high.
            value = finite ? trial.value() : Double.POSITIVE_INFINITY;
            slope = finite ? path.slopeAt(trial) : Double.NEGATIVE_INFINITY;
            evidence.note(at, value);
            if (finite && isAcceptable(trial)) {
                keep(trial);
                accepted = true;
                return false;
            }
            if (finite && trial.value() < best.value() && Decrease.armijo(path, trial, at)) {
                keep(trial);
            } else {
                path.release(trial);
            }
            return true;
        }

        private void keep(Evaluation trial) {
            if (best != path.origin()) {
                path.release(best);
            }
            best = trial;
            bestStep = t;
        }

        private boolean isAcceptable(Evaluation trial) {
            boolean flat = slope >= flattening * path.slope();
            return Decrease.isSufficient(path, trial, t, flattening) && (flat || t >= path.longest());
        }

        /** Steps B0 to B3: whether an interval was found and the search is not over. */
        private boolean bracket(double first) {
            double next = first;
            while (probe(next)) {
                if (slope >= 0) {
                    b = t;
                    slopeB = slope;
                    return true;
                }
                if (value > tolerated) {
                    return bisect(a, t);
                }
                a = t;
                slopeA = slope;
                next = Math.min(GROWTH * t, path.longest());
            }
            return false;
        }

        /** Steps L1 to L3, until a trial is accepted or nothing is left to try. */
        private void shrink() {
            double width = b - a;
            while (secantTwice()) {
                if (b - a > EXPECTED_SHRINK * width && !update(a + (b - a) / 2)) {
                    return;
                }
                width = b - a;
            }
        }

        /** Steps S1 to S4; whether the search goes on. */
        private boolean secantTwice() {
            double previousA = a;
            double previousSlopeA = slopeA;
            double previousB = b;
            double previousSlopeB = slopeB;
            double first = secant(a, slopeA, b, slopeB);
            if (!update(first)) {
                return false;
            }
            if (first == b) {
                return update(secant(previousB, previousSlopeB, b, slopeB));
            }
            if (first == a) {
                return update(secant(previousA, previousSlopeA, a, slopeA));
            }
            return true;
        }

        private static double secant(double left, double slopeLeft, double right, double slopeRight) {
            return (left * slopeRight - right * slopeLeft) / (slopeRight - slopeLeft);
        }

        /** Steps U0 to U3; whether the search goes on. */
        private boolean update(double c) {
            if (!(c > a && c < b)) {
                // Nothing between the ends: their distance is rounding.
                double middle = a + (b - a) / 2;
                return middle > a && middle < b;
            }
            if (!probe(c)) {
                return false;
            }
            if (slope >= 0) {
                b = c;
                slopeB = slope;
                return true;
            }
            if (value <= tolerated) {
                a = c;
                slopeA = slope;
                return true;
            }
            return bisect(a, c);
        }

        /** Step U3: between a low point and a high one with a falling slope lies an interval. */
        private boolean bisect(double low, double high) {
            double left = low;
            double right = high;
            while (probe(left + (right - left) / 2)) {
                if (slope >= 0) {
                    a = left;
                    b = t;
                    slopeB = slope;
                    return true;
                }
                if (value <= tolerated) {
                    left = t;
                    a = left;
                    slopeA = slope;
                } else {
                    right = t;
                }
            }
            return false;
        }
    }
}
