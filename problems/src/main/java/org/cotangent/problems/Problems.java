package org.cotangent.problems;

import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** Functions that minimizers are usually shown on. The problems of {@link MoreGarbowHillstrom} are harder. */
public final class Problems {

    private Problems() {}

    /**
     * Rosenbrock's valley of n variables, from (−1.2, 1, −1.2, 1, …) to (1, …, 1).
     *
     * @param n at least 2
     */
    public static TestProblem rosenbrock(int n) {
        if (n < 2) {
            throw new IllegalArgumentException("n is " + n + ", expected at least 2; a valley has two variables");
        }
        double[] start = new double[n];
        double[] ones = new double[n];
        Arrays.setAll(start, i -> i % 2 == 0 ? -1.2 : 1);
        Arrays.fill(ones, 1);
        return new Landscape("rosenbrock", start, LandscapesDerivatives.rosenbrock(n), List.of(Minimum.at(0, ones)));
    }

    /**
     * Rastrigin's dents, from (0.4, 0.3, 0.4, 0.3, …), within the dent of the global minimum; whoever takes long
     * steps leaves it for one of many others.
     *
     * @param n at least 1
     */
    public static TestProblem rastrigin(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n is " + n + ", expected at least 1");
        }
        double[] start = new double[n];
        Arrays.setAll(start, i -> i % 2 == 0 ? 0.4 : 0.3);
        return new Landscape(
                "rastrigin", start, LandscapesDerivatives.rastrigin(n), List.of(Minimum.at(0, new double[n])));
    }

    /** Booth's bowl, from the origin to (1, 3). */
    public static TestProblem booth() {
        return new Landscape("booth", new double[2], LandscapesDerivatives.booth(), List.of(Minimum.at(0, 1, 3)));
    }

    /** Beale's plateau, from (1, 1) to (3, 0.5). */
    public static TestProblem beale() {
        return new Landscape(
                "beale", new double[] {1, 1}, LandscapesDerivatives.beale(), List.of(Minimum.at(0, 3, 0.5)));
    }

    /** Himmelblau's four minima, from the origin. */
    public static TestProblem himmelblau() {
        return new Landscape(
                "himmelblau",
                new double[2],
                LandscapesDerivatives.himmelblau(),
                List.of(
                        Minimum.at(0, 3, 2),
                        Minimum.at(0, -2.805118086952745, 3.131312518250573),
                        Minimum.at(0, -3.779310253377747, -3.283185991286170),
                        Minimum.at(0, 3.584428340330492, -1.848126526964404)));
    }

    @SuppressWarnings("ArrayRecordComponent") // Copied on the way out, never compared.
    private record Landscape(String title, double[] start, TwiceDifferentiableFunction function, List<Minimum> minima)
            implements TestProblem {

        @Override
        public double[] start() {
            return start.clone();
        }
    }
}
