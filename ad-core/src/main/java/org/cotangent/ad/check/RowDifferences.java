package org.cotangent.ad.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.cotangent.ad.check.Differences.Pair;
import org.cotangent.ad.check.Measurement.Method;
import org.cotangent.ad.check.Sequence.Limit;

/** One value on both sides of a point: its derivative, whether there is a kink, how steep it gets. */
final class RowDifferences {

    /** No value errs by more than this many standard deviations, the estimate's own error included. */
    private static final double DEVIATIONS = 5;

    /** The shortest steps show nothing but rounding; so many of them tell how much. */
    private static final int NOISY_LEVELS = 4;

    private static final double SCATTER_FACTOR = 8;

    /** A value is rounded at least once. */
    private static final double ROUNDING = 2 * Math.ulp(1.0);

    /** Quotients that differ by a smaller share of themselves were rounded once more, and are equal. */
    private static final double EQUAL = 4 * Math.ulp(1.0);

    /** With fewer levels on both sides, one side alone tells more. */
    private static final int ENOUGH_LEVELS = 8;

    /** So much beyond its bound, a jump of the slope is certain. */
    private static final double CERTAIN = 3;

    private static final int[] CENTRAL_POWERS = {2, 4};
    private static final int[] ONE_SIDED_POWERS = {1, 2, 3};
    private static final int[] JUMP_POWERS = {1, 3};

    private final int row;
    private final double centre;
    private final List<Pair> pairs;
    private final double unit;
    private final double error;

    /**
     * @param centre the value at the point
     * @param pairs values beside it, shortest distance first
     * @param unit the distance that is about the size of the point
     * @param deviation standard deviation of the rounding error
     */
    RowDifferences(int row, double centre, List<Pair> pairs, double unit, double deviation) {
        this.row = row;
        this.centre = centre;
        this.pairs = pairs;
        this.unit = unit;
        this.error = Math.max(DEVIATIONS * deviation, Math.max(SCATTER_FACTOR * scatter(), quantum()));
    }

    Measurement measure() {
        int levels = count(pair -> pair.finite(row));
        Limit central = central(levels);
        if (levels < ENOUGH_LEVELS) {
            Measurement oneSided = oneSided();
            if (oneSided.bound() < central.bound()) {
                return oneSided;
            }
        }
        return measurement(central, Method.CENTRAL, jump(levels));
    }

    private Measurement measurement(Limit limit, Method method, double jump) {
        double step = pairs.get(limit.level()).right();
        return new Measurement(limit.value(), limit.bound(), step, method, error, jump, steepness(step), variation());
    }

    /** The number of levels, from the shortest step on, without a gap. */
    private int count(Predicate<Pair> usable) {
        int count = 0;
        while (count < pairs.size() && usable.test(pairs.get(count))) {
            count++;
        }
        return count;
    }

    private Limit central(int levels) {
        double[] quotients = new double[levels];
        double[] noise = new double[levels];
        for (int k = 0; k < levels; k++) {
            quotients[k] = quotient(pairs.get(k));
            noise[k] = error(pairs.get(k)) / pairs.get(k).right();
        }
        return new Sequence(quotients, noise, CENTRAL_POWERS).limit();
    }

    private double quotient(Pair pair) {
        return (pair.above()[row] - pair.below()[row]) / (pair.right() + pair.left());
    }

    private double right(Pair pair) {
        return (pair.above()[row] - centre) / pair.right();
    }

    private double left(Pair pair) {
        return (centre - pair.below()[row]) / pair.left();
    }

    /** Bound of the rounding error of the values of a pair. */
    private double error(Pair pair) {
        double largest = Math.abs(centre);
        largest = Double.isFinite(pair.above()[row]) ? Math.max(largest, Math.abs(pair.above()[row])) : largest;
        largest = Double.isFinite(pair.below()[row]) ? Math.max(largest, Math.abs(pair.below()[row])) : largest;
        return error + ROUNDING * largest;
    }

    /** Where the function ends within short steps, differences to the side that goes on. */
    private Measurement oneSided() {
        int above = count(pair -> Double.isFinite(pair.above()[row]));
        int below = count(pair -> Double.isFinite(pair.below()[row]));
        boolean toTheRight = above >= below;
        int levels = Math.max(above, below);
        double[] quotients = new double[levels];
        double[] noise = new double[levels];
        for (int k = 0; k < levels; k++) {
            Pair pair = pairs.get(k);
            quotients[k] = toTheRight ? right(pair) : left(pair);
            noise[k] = 2 * error(pair) / pair.right();
        }
        return measurement(new Sequence(quotients, noise, ONE_SIDED_POWERS).limit(), Method.ONE_SIDED, 0);
    }

    /** The slope to the right less the slope to the left, 0 unless that is certainly not 0. */
    private double jump(int levels) {
        double[] jumps = new double[levels];
        double[] noise = new double[levels];
        for (int k = 0; k < levels; k++) {
            Pair pair = pairs.get(k);
            jumps[k] = right(pair) - left(pair);
            noise[k] = 4 * error(pair) / pair.right();
        }
        Limit limit = new Sequence(jumps, noise, JUMP_POWERS).limit();
        return Math.abs(limit.value()) > CERTAIN * limit.bound() ? limit.value() : 0;
    }

    /**
     * How far quotients by the shortest steps lie apart, as an error of the values: the second smallest
     * of a few, since one may be small by chance, and the larger ones may be due to long steps. Quotients
     * that are equal but for the last bits do not count: where terms cancel, rounding errors may repeat themselves.
     */
    private double scatter() {
        double[] apart = new double[NOISY_LEVELS];
        for (int k = 0; k < NOISY_LEVELS; k++) {
            if (k + 1 >= pairs.size()
                    || !pairs.get(k + 1).finite(row)
                    || !pairs.get(k).finite(row)) {
                return 0;
            }
            double quotient = quotient(pairs.get(k));
            double difference = Math.abs(quotient - quotient(pairs.get(k + 1)));
            boolean differs = difference > EQUAL * Math.abs(quotient);
            apart[k] = differs ? difference * pairs.get(k).right() : 0;
        }
        double[] different =
                Arrays.stream(apart).filter(distance -> distance > 0).sorted().toArray();
        return different.length < 2 ? 0 : different[1];
    }

    /**
     * The smallest change that is not none, if the shortest steps change nothing: then the values go
     * in stairs of about that height, as when a large constant was added and taken away again.
     */
    private double quantum() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < pairs.size(); k++) {
            double change = change(pairs.get(k));
            if (k < 2 && change != 0) {
                return 0;
            }
            smallest = change > 0 ? Math.min(smallest, change) : smallest;
        }
        return Double.isFinite(smallest) ? smallest : 0;
    }

    /** NaN unless both values are finite. */
    private double change(Pair pair) {
        return Math.max(Math.abs(pair.above()[row] - centre), Math.abs(pair.below()[row] - centre));
    }

    private double steepness(double step) {
        double steepest = 0;
        for (Pair pair : pairs) {
            double chord = (change(pair) - 2 * error(pair)) / pair.right();
            if (chord > steepest && pair.right() <= Math.max(unit, step)) {
                steepest = chord;
            }
        }
        return steepest;
    }

    private double variation() {
        return pairs.stream()
                .mapToDouble(this::change)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }
}
