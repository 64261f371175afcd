package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.junit.jupiter.api.Test;

/** The two loops against the dense matrix of the same pairs. */
class StepPairsTest {

    /** A gradient that is given, whatever the point. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Given(double[] gradient) implements DifferentiableFunction {

        @Override
        public int dimension() {
            return gradient.length;
        }

        @Override
        public double value(double[] x) {
            return 0;
        }

        @Override
        public double valueAndGradient(double[] x, double[] into) {
            System.arraycopy(gradient, 0, into, 0, into.length);
            return 0;
        }
    }

    private static FunctionEvaluation at(double[] x, double[] gradient) {
        FunctionEvaluation evaluation = new FunctionEvaluation(new Given(gradient));
        System.arraycopy(x, 0, evaluation.overwrite(), 0, x.length);
        return evaluation;
    }

    private static double[] random(SplittableRandom random, int n) {
        return random.doubles(n, -1, 1).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** {s, y} of random pairs with sᵀy = ‖s‖², taken in by {@code pairs}. */
    private static List<double[][]> learn(StepPairs pairs, int n, int count, SplittableRandom random) {
        List<double[][]> learned = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[] s = random(random, n);
            double[] y = random(random, n);
            double shift = 1 - dot(s, y) / dot(s, s);
            for (int i = 0; i < n; i++) {
                y[i] += shift * s[i];
            }
            pairs.learn(at(new double[n], new double[n]), at(s, y));
            learned.add(new double[][] {s, y});
        }
        return learned;
    }

    /** −H g by the dense update formula, one pair after the other, from a diagonal. */
    private static double[] dense(double[] diagonal, List<double[][]> pairs, double[] g) {
        int n = g.length;
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            h[i][i] = diagonal[i];
        }
        for (double[][] pair : pairs) {
            h = updated(h, pair[0], pair[1]);
        }
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = -dot(h[i], g);
        }
        return d;
    }

    /** (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ, ρ = 1 / sᵀy. */
    private static double[][] updated(double[][] h, double[] s, double[] y) {
        int n = s.length;
        double rho = 1 / dot(s, y);
        double[] hy = new double[n];
        for (int i = 0; i < n; i++) {
            hy[i] = dot(h[i], y);
        }
        double[][] next = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                next[i][j] = h[i][j] - rho * (s[i] * hy[j] + hy[i] * s[j]) + rho * (rho * dot(y, hy) + 1) * s[i] * s[j];
            }
        }
        return next;
    }

    private static void assertSame(double[] found, double[] expected) {
        double size = 1;
        for (double entry : expected) {
            size = Math.max(size, Math.abs(entry));
        }
        assertThat(found).containsExactly(expected, within(1e-9 * size));
    }

    /** sᵀy / yᵀy of the newest pair, or of the one before where that is larger and a direction is left to know. */
    private static double scale(List<double[][]> kept, int n) {
        int first = kept.size() < n ? Math.max(0, kept.size() - 2) : kept.size() - 1;
        return kept.subList(first, kept.size()).stream()
                .mapToDouble(pair -> dot(pair[0], pair[1]) / dot(pair[1], pair[1]))
                .max()
                .orElseThrow();
    }

    @Property(tries = 100)
    void twoLoopsAreTheDenseMatrix(
            @ForAll @IntRange(min = 1, max = 9) int n,
            @ForAll @IntRange(min = 1, max = 5) int capacity,
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StepPairs pairs = new StepPairs(capacity, n);
        List<double[][]> learned = learn(pairs, n, count, random);
        List<double[][]> kept = learned.subList(Math.max(0, count - capacity), count);
        double[] diagonal = new double[n];
        Arrays.fill(diagonal, scale(kept, n));
        double[] g = random(random, n);
        double[] d = new double[n];
        pairs.direction(g, d);
        assertSame(d, dense(diagonal, kept, g));
    }

    @Property(tries = 100)
    void aPreconditionerIsTheFirstMatrix(
            @ForAll @IntRange(min = 1, max = 9) int n,
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StepPairs pairs = new StepPairs(4, n);
        List<double[][]> learned = learn(pairs, n, count, random);
        double[][] newest = learned.get(count - 1);
        double[] given = random.doubles(n, 0.1, 10).toArray();
        double denominator = 0;
        for (int i = 0; i < n; i++) {
            denominator += newest[1][i] * given[i] * newest[1][i];
        }
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = given[i] * dot(newest[0], newest[1]) / denominator;
        }
        double[] g = random(random, n);
        double[] d = new double[n];
        pairs.direction(g, d, Preconditioner.diagonal(given), new double[n], new double[2][n]);
        assertSame(d, dense(diagonal, learned.subList(Math.max(0, count - 4), count), g));
    }

    @Test
    void aPairWithoutPositiveCurvatureIsNotTakenIn() {
        StepPairs pairs = new StepPairs(2, 2);
        pairs.learn(at(new double[] {0, 0}, new double[] {0, 0}), at(new double[] {1, 0}, new double[] {-1, 3}));
        assertThat(pairs.isEmpty()).isTrue();
    }
}
