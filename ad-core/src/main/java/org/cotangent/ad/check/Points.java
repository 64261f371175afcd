package org.cotangent.ad.check;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where to check. */
@FunctionalInterface
interface Points {

    /** Draws from a box are given up after so many in a row outside of the domain. */
    int ATTEMPTS = 100;

    /** Distances from a result at which it is checked, relative to the size of each variable. */
    List<Double> SCALES = List.of(1e-1, 1e-3, 1e-6);

    /**
     * The points.
     *
     * @param defined whether the function is finite at a point
     * @throws IllegalArgumentException if it is not where it should be
     */
    List<double[]> draw(Predicate<double[]> defined);

    /** One point. */
    static Points at(double[] x) {
        return defined -> {
            if (!defined.test(x.clone())) {
                throw new IllegalArgumentException("the function is not finite at the point "
                        + Text.point(Vectors.list(x))
                        + ", expected a finite value; check it at a point inside of its domain");
            }
            return List.of(x);
        };
    }

    /** Points drawn from a box. */
    static Points random(long seed, int count, double[] lower, double[] upper) {
        return defined -> {
            SplittableRandom random = new SplittableRandom(seed);
            return IntStream.range(0, count)
                    .mapToObj(i -> drawn(random, lower, upper, defined))
                    .toList();
        };
    }

    /** A point and others beside it, at several distances. */
    static Points around(double[] x, long seed) {
        return defined -> {
            SplittableRandom random = new SplittableRandom(seed);
            List<double[]> beside = SCALES.stream()
                    .map(scale -> drawn(random, shifted(x, -scale), shifted(x, scale), defined))
                    .toList();
            return Stream.concat(at(x).draw(defined).stream(), beside.stream()).toList();
        };
    }

    private static double[] shifted(double[] x, double share) {
        return Arrays.stream(x)
                .map(coordinate -> coordinate + share * (coordinate == 0 ? 1 : Math.abs(coordinate)))
                .toArray();
    }

    private static double[] drawn(
            SplittableRandom random, double[] lower, double[] upper, Predicate<double[]> defined) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double[] point = new double[lower.length];
            for (int i = 0; i < point.length; i++) {
                point[i] = lower[i] + (upper[i] - lower[i]) * random.nextDouble();
            }
            if (isDefined(point, defined)) {
                return point;
            }
        }
        throw new IllegalArgumentException("the function is not finite at any of " + ATTEMPTS
                + " random points in a row, expected a box inside of its domain; raise the lower or reduce the upper"
                + " bounds");
    }

    private static boolean isDefined(double[] point, Predicate<double[]> defined) {
        try {
            return defined.test(point.clone());
        } catch (RuntimeException refused) {
            // Some functions say by throwing that a point is outside of their domain.
            return false;
        }
    }
}
