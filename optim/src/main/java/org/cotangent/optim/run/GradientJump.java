package org.cotangent.optim.run;

/**
 * Tells a gradient that jumps between two points from one that only changes fast: halves the way, always to where it
 * changes more, over three decades. What is left of the change of a smooth function shrinks with the way, however large
 * its second derivatives are; across a jump it stays, and to both sides of it the gradient hardly changes, as it would
 * where a function swings more often than its points are apart.
 */
public final class GradientJump {

    /** Three decades. */
    private static final int HALVINGS = 10;

    /**
     * What is left of the change, and its part of the gradient: a smooth change falls below after four halvings, one of
     * up to ten equal jumps stays above.
     */
    private static final double LEFT = 0.1;

    /** The change beside a jump, as a part of it. */
    private static final double BESIDE = 0.2;

    /** Points that are fewer last digits apart are not between which a gradient can be followed. */
    private static final double RESOLUTION = 64;

    /** A variable that moves by fewer last digits may jump by that. */
    private static final double DIGITS = 8;

    private final MovableEvaluation probe;
    private final double[] from;
    private final double[] way;
    private double begin;
    private double end = 1;

    private GradientJump(MovableEvaluation probe, double[] from, double[] way) {
        this.probe = probe;
        this.from = from;
        this.way = way;
    }

    /**
     * Looks, at the cost of at most seventeen gradients.
     *
     * @param probe buffers of a point of the function, overwritten
     * @param from length n, not modified
     * @param way length n, not modified; the other point is {@code from + way}
     */
    public static boolean isBetween(MovableEvaluation probe, double[] from, double[] way) {
        return new GradientJump(probe, from, way).isThere();
    }

    private boolean isThere() {
        double[] before = gradient(begin);
        double[] after = gradient(end);
        double whole = Vectors.distance(before, after);
        double left = whole;
        double finest = finest();
        for (int k = 0; k < HALVINGS && left > LEFT * whole && (end - begin) / 2 >= finest; k++) {
            double middle = begin + (end - begin) / 2;
            double[] between = gradient(middle);
            double first = Vectors.distance(before, between);
            double second = Vectors.distance(between, after);
            left = Math.max(first, second);
            if (first > second) {
                end = middle;
                after = between;
            } else {
                begin = middle;
                before = between;
            }
        }
        boolean near = end - begin <= LEFT;
        double gradient = Math.min(Vectors.norm(before), Vectors.norm(after));
        return near
                && left > LEFT * whole
                && left >= LEFT * gradient
                && Vectors.distance(before, resolved()) > LEFT * whole
                && isSharp();
    }

    /** Whether the gradient hardly changes to both sides; at the ends themselves it may be either one, or between. */
    private boolean isSharp() {
        double step = end - begin;
        double[] before = gradient(begin - step);
        double[] after = gradient(end + step);
        double most = BESIDE * Vectors.distance(before, after);
        return Vectors.distance(gradient(begin - 2 * step), before) <= most
                && Vectors.distance(gradient(end + 2 * step), after) <= most;
    }

    /**
     * The gradient behind the jump, but for variables that moved by a few last digits on it: where a function swings with
     * every digit of such a one, its gradient jumps with them.
     */
    private double[] resolved() {
        double[] point = probe.overwrite();
        for (int i = 0; i < point.length; i++) {
            double before = from[i] + begin * way[i];
            double after = from[i] + end * way[i];
            point[i] = Math.abs(after - before) >= DIGITS * Math.ulp(before) ? after : before;
        }
        return probe.gradient().clone();
    }

    /** The part of the way that moves some variable by enough of its last digits. */
    private double finest() {
        double finest = 1;
        for (int i = 0; i < way.length; i++) {
            finest = way[i] == 0 ? finest : Math.min(finest, RESOLUTION * Math.ulp(from[i]) / Math.abs(way[i]));
        }
        return finest;
    }

    private double[] gradient(double part) {
        Vectors.sum(from, part, way, probe.overwrite());
        return probe.gradient().clone();
    }
}
