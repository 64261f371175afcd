package org.cotangent.ad.check;

/**
 * Approximations a(h) of a derivative, for steps h that grow by a factor 4, extrapolated to h = 0
 * with a bound of the error.
 *
 * <p>Richardson's extrapolation (1911) removes the leading powers of h. Which step and how many
 * powers is decided as by Lepski (1991): a candidate is trusted only if it agrees, within the bounds
 * of both, with every approximation by a smaller step, because small steps suffer from rounding
 * alone, which is known. Of those the one with the smallest bound is taken. Without the first rule
 * long steps win on functions that oscillate: their differences agree with each other, on nothing.
 */
final class Sequence {

    /** What each step is of the next longer one. */
    static final double RATIO = 4;

    /** Extrapolation multiplies errors by at most (4 + ¼)/3. */
    private static final double AMPLIFICATION = 1.5;

    /** A bound may not fall faster than a single order of convergence explains. */
    private static final double SLOWEST = 4;

    private static final double MOST_CHANGES = 50;

    /** So much beyond its rounding error, a change is truncation. */
    private static final double CERTAIN = 3;

    private static final double ROUNDING = 4 * Math.ulp(1.0);

    /**
     * A limit.
     *
     * @param value the extrapolated number
     * @param bound of its error; infinite if there were too few numbers
     * @param level index of the shortest step it is made of
     */
    record Limit(double value, double bound, int level) {}

    private final double[][] table;
    private final double[][] bounds;

    /**
     * @param values a(h), shortest step first, all finite
     * @param noise bounds of the rounding error of each
     * @param powers of h in the error, in rising order
     */
    Sequence(double[] values, double[] noise, int... powers) {
        table = new double[powers.length + 1][];
        bounds = new double[powers.length + 1][];
        table[0] = values;
        bounds[0] = bounds(values, noise, 1);
        for (int j = 0; j < powers.length; j++) {
            table[j + 1] = extrapolated(table[j], Math.pow(RATIO, powers[j]));
            bounds[j + 1] = bounds(table[j + 1], noise, AMPLIFICATION);
        }
    }

    private static double[] extrapolated(double[] column, double factor) {
        double[] next = new double[Math.max(0, column.length - 1)];
        for (int k = 0; k < next.length; k++) {
            next[k] = column[k] + (column[k] - column[k + 1]) / (factor - 1);
        }
        return next;
    }

    /**
     * Rounding, and as an estimate of truncation what changes from one step to the next longer ones: at
     * least what changed between shorter ones. Where a function has a peak, and nothing beyond it, steps
     * across the peak agree with each other, but tell nothing.
     */
    private static double[] bounds(double[] column, double[] noise, double amplification) {
        double[] bounds = new double[Math.max(0, column.length - 2)];
        double seen = 0;
        for (int k = 0; k < bounds.length; k++) {
            double change = Math.abs(column[k] - column[k + 1]);
            double before = Math.abs(column[k + 1] - column[k + 2]);
            double rounding = amplification * noise[k] + ROUNDING * Math.abs(column[k]);
            bounds[k] = rounding + Math.max(seen, truncation(change, before, rounding));
            seen = change > CERTAIN * rounding ? Math.max(seen, change) : seen;
        }
        return bounds;
    }

    /** If changes hardly fall, as beside a root, many more follow: their sum is a geometric series. */
    private static double truncation(double change, double before, double rounding) {
        double rest = change < before && change > rounding
                ? change / Math.max(before / change - 1, 1 / MOST_CHANGES)
                : change;
        return Math.max(Math.max(change, rest), before / SLOWEST);
    }

    Limit limit() {
        Limit best = new Limit(Double.NaN, Double.POSITIVE_INFINITY, 0);
        for (int k = 0; k < bounds[0].length; k++) {
            for (int j = 0; j < table.length; j++) {
                if (k < bounds[j].length && bounds[j][k] < best.bound() && agrees(j, k)) {
                    best = new Limit(table[j][k], bounds[j][k], k);
                }
            }
        }
        return best;
    }

    private boolean agrees(int order, int level) {
        for (int k = 0; k < level; k++) {
            if (Math.abs(table[order][level] - table[0][k]) > bounds[order][level] + bounds[0][k]) {
                return false;
            }
        }
        return true;
    }
}
