package org.cotangent.optim.scalar;

import java.util.function.DoubleFunction;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Verdict;

/**
 * Brent's minimizer (1973, Algorithms for Minimization without Derivatives, chapter 5): the minimum of the
 * parabola through the three best points where that is trustworthy, otherwise a golden section of the larger
 * part of the interval. Never much slower than a Fibonacci search, of order 1.32 near a smooth minimum.
 *
 * <p>Added here: the search ends where the values on both sides cannot be told from the lowest one, a tie
 * between neighbours cuts off nothing, and a bound is evaluated where the interval has closed on it.
 */
final class GoldenParabola extends Bracketing {

    /**
     * Twice √ε would do for a value of the size of ½ f″x² (Brent 1973, section 5.2); twice that for values that
     * are up to 16 times as large.
     */
    static final double RELATIVE_TOLERANCE = 0x1p-24;

    /** A wider interval may be level because the function has not been seen where it is not. */
    private static final double SMALL_PART = 1e-3;

    /** Two points with the same value, farther apart than this part of the interval, have the minimum between them. */
    private static final double APART = 0.1;

    private Trial x;
    private Trial w;
    private Trial v;
    private double lowValue = Double.NaN;
    private double highValue = Double.NaN;
    private double step;
    private double stepBefore;
    private double tie;

    GoldenParabola(DoubleFunction<Trial> function, double lower, double upper, Tolerance tolerance) {
        super(function, lower, upper, tolerance);
        x = best();
        w = x;
        v = x;
    }

    @Override
    Verdict run() {
        x = start(trial -> trial.value() < Double.POSITIVE_INFINITY);
        w = x;
        v = x;
        if (x.value() == Double.POSITIVE_INFINITY) {
            return undefined();
        }
        while (!isClosed()) {
            if (best().value() == Double.NEGATIVE_INFINITY) {
                return unbounded();
            }
            if (isLevel()) {
                return level();
            }
            accept(evaluate(next()));
            // Of equal values the last one, which is within the interval.
            prefer(x);
        }
        lookAtBounds();
        if (best().value() == Double.NEGATIVE_INFINITY) {
            return unbounded();
        }
        return isLevel() ? level() : closed();
    }

    /** Whether no point of the interval is farther than twice the tolerance. */
    private boolean isClosed() {
        double middle = 0.5 * (low + high);
        return Math.abs(x.x() - middle) <= 2 * tolerance.at(x.x()) - 0.5 * (high - low);
    }

    private boolean isLevel() {
        return high - low <= SMALL_PART * (upper - lower)
                && Tolerance.isLevel(x.value(), lowValue)
                && Tolerance.isLevel(x.value(), highValue);
    }

    private Verdict level() {
        return new Verdict(
                Status.ROUNDING_FLOOR,
                "the value is level to rounding between " + low + " and " + high + ", tolerance "
                        + Text.of(tolerance.at(x.x())),
                "the point is as good as values show; the derivative shows more");
    }

    private double next() {
        if (tie > 0) {
            return beyondTie();
        }
        double nearest = tolerance.at(x.x());
        if (!(Math.abs(stepBefore) > nearest && toParabola(nearest))) {
            stepBefore = x.x() < 0.5 * (low + high) ? high - x.x() : low - x.x();
            step = GOLDEN * stepBefore;
        }
        return x.x() + (Math.abs(step) >= nearest ? step : Math.copySign(nearest, step));
    }

    /** Sets the step to the minimum of the parabola through x, w and v; false if that is not to be trusted. */
    private boolean toParabola(double nearest) {
        double r = (x.x() - w.x()) * (x.value() - v.value());
        double q = (x.x() - v.x()) * (x.value() - w.value());
        double numerator = (x.x() - v.x()) * q - (x.x() - w.x()) * r;
        double denominator = 2 * (r - q);
        double wanted = numerator / denominator;
        double limit = 0.5 * Math.abs(stepBefore);
        stepBefore = step;
        double u = x.x() + wanted;
        // NaN, from infinite or equal values, fails all of these.
        if (!(Math.abs(wanted) < limit && u > low && u < high)) {
            return false;
        }
        boolean nearBound = u - low < 2 * nearest || high - u < 2 * nearest;
        step = nearBound ? Math.copySign(nearest, 0.5 * (low + high) - x.x()) : wanted;
        return true;
    }

    /** A point farther than one whose value could not be told from that of x, in the larger part. */
    private double beyondTie() {
        stepBefore = x.x() < 0.5 * (low + high) ? high - x.x() : low - x.x();
        step = Math.copySign(Math.sqrt(tie * Math.abs(stepBefore)), stepBefore);
        return x.x() + step;
    }

    private void accept(Trial u) {
        double distance = Math.abs(u.x() - x.x());
        boolean tells = !Tolerance.isLevel(u.value(), x.value()) || distance >= APART * (high - low);
        // A tie between neighbours is rounding, and would cut off the minimum as likely as not.
        tie = tells ? 0 : distance;
        if (tells) {
            cutAndRank(u);
        } else if (u.value() < x.value()) {
            x = u;
        }
    }

    private void cutAndRank(Trial u) {
        if (u.value() <= x.value()) {
            cut(x, u.x() >= x.x());
            v = w;
            w = x;
            x = u;
            return;
        }
        cut(u, u.x() < x.x());
        if (u.value() <= w.value() || w == x) {
            v = w;
            w = u;
        } else if (u.value() <= v.value() || v == x || v == w) {
            v = u;
        }
    }

    /** Makes a point the lower or the upper end of the interval. */
    private void cut(Trial end, boolean lowerEnd) {
        if (lowerEnd) {
            low = end.x();
            lowValue = end.value();
        } else {
            high = end.x();
            highValue = end.value();
        }
    }

    /** Where every step went the same way, the minimum is at the bound, or seems to. */
    private void lookAtBounds() {
        if (low == lower) {
            lowValue = evaluate(lower).value();
        }
        if (high == upper) {
            highValue = evaluate(upper).value();
        }
    }
}
