package org.cotangent.optim.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotangent.optim.run.Vectors;

/** What secant updates promise, on random quadratics. */
class SecantUpdateTest {

    private static double[] random(int length, SplittableRandom random) {
        double[] vector = new double[length];
        for (int i = 0; i < length; i++) {
            vector[i] = random.nextDouble(-1, 1);
        }
        return vector;
    }

    private static double[] symmetric(int n, SplittableRandom random) {
        double[] matrix = random(n * n, random);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i * n + j] = matrix[j * n + i];
            }
        }
        return matrix;
    }

    private static double[] product(double[] matrix, double[] v) {
        int n = v.length;
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product[i] += matrix[i * n + j] * v[j];
            }
        }
        return product;
    }

    private static double[] identity(int n) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = 1;
        }
        return matrix;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Property(tries = 200)
    void symmetricRankOneFindsAHessianInAsManySteps(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] hessian = symmetric(n, random);
        double[] learned = identity(n);
        double growth = 1;
        for (int k = 0; k < n; k++) {
            double[] step = random(n, random);
            double[] change = product(hessian, step);
            double[] miss = change.clone();
            Vectors.addScaled(-1, product(learned, step), miss);
            // An error of the matrix becomes one of w, and this wwᵀ/wᵀs: with a = |s||w|/|wᵀs|, (1 + a)² times as much.
            double magnified = Vectors.norm(step) * Vectors.norm(miss) / Math.abs(Vectors.dot(miss, step));
            growth *= (1 + magnified) * (1 + magnified);
            SecantUpdate.SR1.apply(learned, ones(n), step, change);
        }
        assertThat(learned).containsExactly(hessian, within(n * Math.ulp(1.0) * growth));
    }

    @Property(tries = 200)
    void bfgsMapsTheStepToTheChange(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] matrix = identity(n);
        double[] step = random(n, random);
        double[] change = random(n, random);
        double norm = 0;
        double along = 0;
        for (int i = 0; i < n; i++) {
            norm += step[i] * step[i];
            along += step[i] * change[i];
        }
        for (int i = 0; i < n; i++) {
            // Curvature 1 along the step: no damping.
            change[i] += (1 - along / norm) * step[i];
        }
        SecantUpdate.BFGS.apply(matrix, ones(n), step, change);
        assertThat(product(matrix, step)).containsExactly(change, within(1e-10));
    }

    @Property(tries = 200)
    void bfgsStaysPositiveDefiniteWhateverItIsTold(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] matrix = identity(n);
        for (int k = 0; k < 3; k++) {
            SecantUpdate.BFGS.apply(matrix, ones(n), random(n, random), random(n, random));
            assertThat(new ShiftedCholesky(matrix, n).factor(0, 0)).isTrue();
        }
    }
}
