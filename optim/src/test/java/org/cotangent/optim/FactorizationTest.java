package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.linalg.Matrices;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Half the squared distance of a matrix from products U Vᵀ of rank 2: small random starts, entries that pass 0, and
 * minima that U G, V G⁻ᵀ share for every G. The least value is known from singular values (Eckart, Young 1936).
 */
class FactorizationTest {

    private static final int ROWS = 12;
    private static final int COLUMNS = 8;
    private static final int RANK = 2;
    private static final int DIMENSION = (ROWS + COLUMNS) * RANK;
    private static final long SEED = 2;

    private final double[] matrix = new double[ROWS * COLUMNS];
    private final double[] start = new double[DIMENSION];

    FactorizationTest() {
        Random random = new Random(SEED);
        Arrays.setAll(matrix, i -> random.nextGaussian());
        Arrays.setAll(start, i -> random.nextGaussian() * 0.1);
    }

    private final class Distance implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return DIMENSION;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[DIMENSION]);
        }

        private double residual(double[] x, int i, int j) {
            double residual = -matrix[i * COLUMNS + j];
            for (int l = 0; l < RANK; l++) {
                residual += x[left(i, l)] * x[right(j, l)];
            }
            return residual;
        }

        private static int left(int i, int l) {
            return i * RANK + l;
        }

        private static int right(int j, int l) {
            return (ROWS + j) * RANK + l;
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            Arrays.fill(gradient, 0);
            double sum = 0;
            for (int i = 0; i < ROWS; i++) {
                for (int j = 0; j < COLUMNS; j++) {
                    double residual = residual(x, i, j);
                    sum += residual * residual / 2;
                    for (int l = 0; l < RANK; l++) {
                        gradient[left(i, l)] += residual * x[right(j, l)];
                        gradient[right(j, l)] += residual * x[left(i, l)];
                    }
                }
            }
            return sum;
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            Arrays.fill(product, 0);
            for (int i = 0; i < ROWS; i++) {
                for (int j = 0; j < COLUMNS; j++) {
                    double residual = residual(x, i, j);
                    double slope = 0;
                    for (int l = 0; l < RANK; l++) {
                        slope += x[left(i, l)] * v[right(j, l)] + v[left(i, l)] * x[right(j, l)];
                    }
                    for (int l = 0; l < RANK; l++) {
                        product[left(i, l)] += slope * x[right(j, l)] + residual * v[right(j, l)];
                        product[right(j, l)] += slope * x[left(i, l)] + residual * v[left(i, l)];
                    }
                }
            }
        }
    }

    private double least() {
        double[] values = new double[COLUMNS];
        Matrices.singularValues(matrix, ROWS, COLUMNS, values);
        double sum = 0;
        for (int i = RANK; i < COLUMNS; i++) {
            sum += values[i] * values[i] / 2;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 0.1, 1, 10})
    void smallRandomStartsCostLittleMoreThanLargeOnes(double factor) {
        double[] from = Arrays.stream(start).map(x -> factor * x).toArray();
        Result result = Minimizers.best(new Distance()).minimize(from);
        assertThat(result.value()).isBetween(least() - 1e-12, least() + 1e-12);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.counts().evaluations()).isLessThan(150);
    }

    @Test
    void minimaThatAreNotAloneAreClaimedFromEveryStart() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] from = new double[DIMENSION];
            Arrays.setAll(from, i -> random.nextGaussian());
            Result result = Minimizers.trustRegion().minimize(new Distance(), from);
            assertThat(result.value()).as("seed %d", seed).isBetween(least() - 1e-12, least() + 1e-12);
            assertThat(result.converged())
                    .as("seed %d: %s", seed, result.message())
                    .isTrue();
            assertThat(result.message()).contains("rank 36 of 40").doesNotContain("NaN");
        }
    }
}
