package org.cotangent.optim.scalar;

import java.util.function.DoubleFunction;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Verdict;

/**
 * A minimizer with derivatives that keeps a minimum between two points, as Moré and Thuente (1994, ACM TOMS 20,
 * section 2) do on a line: at the nearer end the slope points into the interval, and at the farther end the
 * value is higher or the slope points inwards too. Where values cannot be told apart any more the slopes alone
 * decide, as with Hager and Zhang (2005).
 *
 * <p>Trial points are the minimum of the cubic that has values and slopes of the last two points (Davidon 1959;
 * order 2), near the rounding floor, where differences of values say nothing, the zero of the line through
 * their slopes (order 1.62). Either is taken under Brent's conditions (1973, section 5.8): inside, and less
 * than half of the step before the last. Otherwise the interval is halved, so the number of calls is at most a
 * small multiple of bisection's.
 */
final class SlopeBracket extends Bracketing {

    static final double RELATIVE_TOLERANCE = 4 * Tolerance.EPSILON;

    /**
     * So much of a value may be rounding. Below, slopes decide, which are not level there; above, a difference
     * of values has some digits.
     */
    private static final double NOISE = 100 * Tolerance.EPSILON;

    private final Tolerance finest;
    private Trial near;
    private Trial far;
    private Trial other;
    private double step;
    private double stepBefore;

    SlopeBracket(DoubleFunction<Trial> function, double lower, double upper, Tolerance tolerance) {
        super(function, lower, upper, tolerance);
        finest = new Tolerance(RELATIVE_TOLERANCE, Tolerance.EPSILON * (upper - lower));
        near = best();
        far = near;
        other = near;
    }

    @Override
    Verdict run() {
        near = start(SlopeBracket::tellsTheWay);
        if (best().value() == Double.NEGATIVE_INFINITY) {
            return unbounded();
        }
        if (tellsTheWay(near)) {
            return fromFirstPoint();
        }
        return best().isFinite() ? flat() : undefined();
    }

    /** Not a point without a slope, which may as well be a maximum, and does not say where the function falls. */
    private static boolean tellsTheWay(Trial trial) {
        return trial.value() == Double.NEGATIVE_INFINITY || (trial.isFinite() && trial.steepness() != 0);
    }

    private Verdict fromFirstPoint() {
        far = evaluate(near.steepness() < 0 ? upper : lower);
        other = far;
        if (far.isFinite() && !isHigher(far, near) && !pointsTo(far, near)) {
            prefer(far);
            return far.steepness() == 0 ? flat() : atBound();
        }
        stepBefore = far.x() - near.x();
        step = stepBefore;
        while (!isClosed()) {
            if (best().value() == Double.NEGATIVE_INFINITY) {
                return unbounded();
            }
            Trial u = evaluate(next());
            if (accept(u)) {
                return flat();
            }
        }
        if (best().value() == Double.NEGATIVE_INFINITY) {
            return unbounded();
        }
        return isContradicted() ? contradicted() : found();
    }

    private Verdict atBound() {
        low = far.x();
        high = far.x();
        return new Verdict(
                Status.CONVERGED,
                "the slope " + Text.of(far.steepness()) + " at the bound " + far.x() + " points out of the interval");
    }

    private Verdict flat() {
        low = best().x();
        high = best().x();
        return new Verdict(Status.CONVERGED, "the slope is " + best().steepness() + " at " + best().x());
    }

    /** Whether a value is higher than another by more than rounding. */
    private static boolean isHigher(Trial one, Trial other) {
        return one.value() - other.value() > NOISE * Math.min(Math.abs(one.value()), Math.abs(other.value()));
    }

    /** Whether the function falls from one point towards another. */
    private static boolean pointsTo(Trial from, Trial to) {
        return from.steepness() * Math.signum(to.x() - from.x()) < 0;
    }

    private boolean isClosed() {
        return Math.abs(far.x() - near.x()) <= 2 * nearest();
    }

    /**
     * How near the ends have to come. Where nothing but a higher value tells of a minimum that is as near as doubles go, so
     * that a wrong slope shows.
     */
    private double nearest() {
        double wanted = tolerance.at(near.x());
        return isTurned() ? wanted : Math.min(wanted, finest.at(near.x()));
    }

    /** Whether the far end has a reason for being higher: a slope that points inwards, or the end of the domain. */
    private boolean isTurned() {
        return !far.isFinite() || pointsTo(far, near);
    }

    /** Whether the far end is higher by no more than what the slope at the near end, with the other sign, makes of the way. */
    private boolean isContradicted() {
        double explained = 2 * Math.abs(near.steepness() * (far.x() - near.x()));
        return !isTurned() && far.value() - near.value() <= explained;
    }

    private Verdict contradicted() {
        low = Math.min(near.x(), far.x());
        high = Math.max(near.x(), far.x());
        return new Verdict(
                Status.LINE_SEARCH_FAILED,
                "the slope " + Text.of(near.steepness()) + " at " + near.x()
                        + " promises a fall, but the value rises by " + Text.of(far.value() - near.value()) + " up to "
                        + far.x() + ", where the slope has the same sign",
                "verify the derivative with DerivativeCheck of ad-core, or search by values alone");
    }

    private double next() {
        double width = far.x() - near.x();
        double nearest = nearest();
        double wanted = other.isFinite() ? interpolated() : Double.NaN;
        boolean inside = wanted / width > 0 && wanted / width < 1;
        if (inside && Math.abs(wanted) < 0.5 * Math.abs(stepBefore)) {
            stepBefore = step;
            step = wanted;
        } else {
            stepBefore = width;
            step = 0.5 * width;
        }
        // So that the far end comes near too, where all trials would fall on one side of the minimum.
        double shortest = Math.copySign(nearest, width);
        double longest = width - shortest;
        double kept = Math.abs(step) < nearest ? shortest : step;
        return near.x() + (Math.abs(kept) > Math.abs(longest) ? longest : kept);
    }

    /** The step from the near end to where the interpolation is lowest; NaN if there is no such point. */
    private double interpolated() {
        double length = other.x() - near.x();
        double d0 = near.steepness();
        double d1 = other.steepness();
        double rise = other.value() - near.value();
        if (!isHigher(other, near) && !isHigher(near, other)) {
            return length * d0 / (d0 - d1);
        }
        // The slope of the cubic at s · length is d0 − 2 s (d0 + theta) + s² (d0 + d1 + 2 theta).
        double theta = d0 + d1 - 3 * rise / length;
        double root = Math.copySign(Math.sqrt(theta * theta - d0 * d1), length);
        // Two forms of the root where the slope rises; each cancels where the other does not.
        boolean apart = (d0 + theta) * root > 0;
        return apart ? length * (d0 + theta + root) / (d0 + d1 + 2 * theta) : length * d0 / (d0 + theta - root);
    }

    /** Moves the ends; true if the point is stationary and not higher than the near end. */
    private boolean accept(Trial u) {
        if (!u.isFinite() || isHigher(u, near)) {
            far = u;
            other = u;
            return false;
        }
        if (u.steepness() == 0) {
            prefer(u);
            return true;
        }
        Trial before = near;
        if (pointsTo(u, far)) {
            near = u;
        } else if (isHigher(near, u)) {
            far = near;
            near = u;
        } else {
            far = u;
        }
        other = near == u ? before : u;
        return false;
    }

    /** Shows the end with the smaller slope, where the values of both are the same to rounding. */
    private Verdict found() {
        if (best().value() <= near.value() && best().steepness() == 0) {
            return flat();
        }
        low = Math.min(near.x(), far.x());
        high = Math.max(near.x(), far.x());
        boolean farIsBetter =
                far.isFinite() && !isHigher(far, near) && Math.abs(far.steepness()) < Math.abs(near.steepness());
        prefer(farIsBetter ? far : near);
        return closed();
    }
}
