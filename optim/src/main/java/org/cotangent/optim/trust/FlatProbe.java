package org.cotangent.optim.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.cotangent.optim.run.Vectors;

/**
 * Looks along directions in which second derivatives vanish whether the value falls: at (0, 0) they tell x² + y⁴, a
 * minimum, neither from x² − y⁴ nor from x² + y³. A few values at growing distances to both sides of each.
 */
public final class FlatProbe {

    /** Parts of the size of the point: from where a cubic shows beside half the digits, to where a basin may end. */
    private static final double[] DISTANCES = {1e-3, 1e-2, 1e-1};

    /** Half the digits of the point: near an inflection steps shrink by half each time, and mostly leave more. */
    private static final double FAR = Math.sqrt(Math.ulp(1.0));

    /** Directions of a basis: of more, a claim would cost more than it is worth. */
    private static final int MOST = 2;

    /** Directions between those of the basis, which see products of variables. */
    private static final int BETWEEN = 4;

    /** A fall by less than this many times what the slope promises is what the slope promises. */
    private static final double BEYOND_SLOPE = 2;

    private final ToDoubleFunction<double[]> function;
    private final double[] point;
    private final double value;
    private final double[] gradient;

    /** A probe around a point; the arrays are not modified. */
    FlatProbe(ToDoubleFunction<double[]> function, double[] point, double value, double[] gradient) {
        this.function = function;
        this.point = point;
        this.value = value;
        this.gradient = gradient;
    }

    /**
     * A lower point.
     *
     * @param direction length n, of norm 1
     * @param length how far away
     * @param fall by how much it is lower
     */
    record Drop(double[] direction, double length, double fall) {}

    /**
     * Whether a claim leaves a step that is longer than those of Newton's method near a minimum with curvature.
     *
     * @param gap ½ gᵀH⁻¹g, so that the step is at least 2 gap / ‖g‖
     */
    public static boolean isFar(double gap, double gradientNorm, double size) {
        return 2 * gap > FAR * size * gradientNorm;
    }

    /** Directions to look along: some that span the flat ones, and some between them. */
    static List<double[]> among(List<double[]> flat) {
        List<double[]> chosen = new ArrayList<>(flat.subList(0, Math.min(MOST, flat.size())));
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; flat.size() > 1 && k < BETWEEN; k++) {
            double[] between = new double[flat.get(0).length];
            for (double[] direction : flat) {
                Vectors.addScaled(random.nextDouble(-1, 1), direction, between);
            }
            Vectors.scale(1 / Vectors.norm(between), between);
            chosen.add(between);
        }
        return chosen;
    }

    /**
     * The lowest point along the first direction with one that is lower than rounding and slope explain.
     *
     * @param size ‖x‖, or what it was at the start if that was larger; 0 counts as 1
     * @param rounding the rounding error of the value; asked for only where the value seems to fall
     */
    Optional<Drop> lower(List<double[]> directions, double size, DoubleSupplier rounding) {
        double unit = size > 0 ? size : 1;
        return directions.stream()
                .map(direction -> lowest(direction, unit))
                .flatMap(Optional::stream)
                .filter(drop -> drop.fall() > rounding.getAsDouble())
                .findFirst();
    }

    private Optional<Drop> lowest(double[] direction, double unit) {
        double slope = Math.abs(Vectors.dot(gradient, direction));
        double[] near = new double[point.length];
        Optional<Drop> lowest = Optional.empty();
        double most = ScalarNoise.of(value);
        for (double distance : DISTANCES) {
            for (double t : new double[] {distance * unit, -distance * unit}) {
                Vectors.sum(point, t, direction, near);
                double fall = value - function.applyAsDouble(near);
                if (fall > Math.max(most, BEYOND_SLOPE * slope * Math.abs(t)) && Double.isFinite(fall)) {
                    most = fall;
                    double[] way = direction.clone();
                    Vectors.scale(Math.signum(t), way);
                    lowest = Optional.of(new Drop(way, Math.abs(t), fall));
                }
            }
        }
        return lowest;
    }
}
