package org.cotangent.optim.scalar;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import org.cotangent.optim.run.Counts;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Verdict;

/** What both searches share: a first point, the best one, and an interval that closes around it. */
abstract sealed class Bracketing permits GoldenParabola, SlopeBracket {

    /** (3 − √5)/2: the golden section. */
    static final double GOLDEN = 0.38196601125010515;

    /** Of points spread by the golden section so many leave no gap wider than 6 % of the interval. */
    private static final int FIRST_POINTS = 20;

    final double lower;
    final double upper;
    final Tolerance tolerance;
    double low;
    double high;
    private final DoubleFunction<Trial> function;
    private Trial best;

    Bracketing(DoubleFunction<Trial> function, double lower, double upper, Tolerance tolerance) {
        this.function = function;
        this.lower = lower;
        this.upper = upper;
        this.tolerance = tolerance;
        this.low = lower;
        this.high = upper;
        this.best = new Trial(first(1), Double.POSITIVE_INFINITY, OptionalDouble.empty());
    }

    /** Searches to the end. */
    abstract Verdict run();

    /** Evaluates, and remembers the best. */
    Trial evaluate(double x) {
        Trial trial = function.apply(x);
        if (trial.value() < best.value() || trial.value() == best.value() && isFlatter(trial)) {
            best = trial;
        }
        return trial;
    }

    private boolean isFlatter(Trial trial) {
        double limit = Math.abs(best.slope().orElse(Double.POSITIVE_INFINITY));
        return Math.abs(trial.slope().orElse(Double.POSITIVE_INFINITY)) < limit;
    }

    /** A number of the sequence that fills the interval most evenly, from 1. */
    double first(int number) {
        double share = number * GOLDEN % 1;
        return lower + share * (upper - lower);
    }

    /** The first point of that sequence to begin from; the last one tried if there is none. */
    Trial start(Predicate<Trial> usable) {
        Trial trial = evaluate(first(1));
        for (int number = 2; number <= FIRST_POINTS && !usable.test(trial); number++) {
            trial = evaluate(first(number));
        }
        return trial;
    }

    Trial best() {
        return best;
    }

    /** Shows a point that is no worse than the best within rounding, but better founded. */
    void prefer(Trial trial) {
        best = trial;
    }

    Verdict undefined() {
        return new Verdict(
                Status.NON_FINITE_START,
                "the function is not finite at any of " + FIRST_POINTS + " points between " + lower + " and " + upper,
                "choose an interval where the function is finite");
    }

    Verdict unbounded() {
        return new Verdict(
                Status.UNBOUNDED,
                "the value is " + best.value() + " at " + best.x(),
                "choose an interval without that point; check the sign of the function");
    }

    Verdict closed() {
        return new Verdict(
                Status.CONVERGED,
                "the minimum is between " + low + " and " + high + ", tolerance " + Text.of(tolerance.at(best.x())));
    }

    ScalarResult result(Verdict verdict, Counts counts) {
        return new ScalarResult(best.x(), best.value(), best.slope(), low, high, verdict, counts);
    }
}
