package org.cotangent.optim.run;

import java.util.function.ToDoubleFunction;

/**
 * Tells a point on the way to infinity, where gradients vanish too, as those of e^(−x) or of separable classes, from a
 * minimum: the steps have not become shorter, curvatures promise none that is, and the value falls on beyond the point
 * as far as ten times the way that was come.
 */
final class Runaway {

    /** Parts of the way that was come, from about a step of a run that still moves to ten times as far. */
    private static final double[] BEYOND = {0.1, 1, 10};

    /** The part of the mean step that the last one is at least, and of the last one the next; near a minimum it is a small one. */
    private static final double UNDIMINISHED = 0.5;

    /** Of so many steps at least the mean is taken, as few steps are all alike. */
    private static final long STEPS = 10;

    /** The first step may be of any length. */
    private static final long FIRST = 2;

    /** A fall of so many last digits is more than rounding. */
    private static final double VISIBLE = 64;

    private final ToDoubleFunction<double[]> function;

    Runaway(ToDoubleFunction<double[]> function) {
        this.function = function;
    }

    /**
     * Whether the run goes on; costs up to three values, and those only where the steps have not become shorter.
     *
     * @param from the start, not modified
     * @param at the point, its value and gradient known
     * @param iterate what else is known of it
     */
    boolean isSeen(double[] from, Evaluation at, Iterate iterate) {
        double[] way = new double[from.length];
        Vectors.sum(at.point(), -1, from, way);
        long steps = iterate.iteration();
        double step = iterate.stepNorm();
        boolean moves = step * Math.max(steps, STEPS) >= UNDIMINISHED * Vectors.norm(way);
        return steps >= FIRST && moves && goesOn(iterate) && falls(at, way);
    }

    /** Whether the next step will be no shorter, by the curvature along the last; or that was so long that it tells nothing. */
    private static boolean goesOn(Iterate iterate) {
        double next = iterate.gradientNorm() / iterate.curvature();
        boolean vanished = iterate.gradientNorm() <= Math.ulp(1.0) * iterate.firstGradientNorm();
        return vanished || !(next < UNDIMINISHED * iterate.stepNorm());
    }

    private boolean falls(Evaluation at, double[] way) {
        double rounding = VISIBLE * Math.ulp(at.value());
        double promised = -BEYOND[0] * Vectors.dot(at.gradient(), way);
        // A convex function falls by no more than its slope promises.
        return promised > rounding && falls(at.point(), way, at.value(), rounding);
    }

    private boolean falls(double[] at, double[] way, double value, double rounding) {
        double[] beyond = new double[at.length];
        double before = value - rounding;
        for (double part : BEYOND) {
            Vectors.sum(at, part, way, beyond);
            double next = function.applyAsDouble(beyond);
            if (!(next <= before)) {
                return false;
            }
            before = next + rounding;
        }
        return true;
    }
}
