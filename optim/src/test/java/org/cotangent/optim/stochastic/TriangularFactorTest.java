package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TriangularFactorTest {

    private static final int SIZE = 7;

    private final SplittableRandom random = new SplittableRandom(3);

    /** A = MᵀM + shift, multiplied by known X. */
    @Test
    void solvesForSeveralColumnsAtOnce() {
        double[][] m = new double[SIZE][];
        for (int i = 0; i < SIZE; i++) {
            m[i] = random.doubles(SIZE, -1, 1).toArray();
        }
        double[] triangle = new double[2 + SIZE * (SIZE + 1) / 2];
        double[][] a = new double[SIZE][SIZE];
        int next = 2;
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                for (int k = 0; k < SIZE; k++) {
                    a[i][j] += m[k][i] * m[k][j];
                }
                if (j >= i) {
                    triangle[next++] = a[i][j];
                }
            }
            a[i][i] += 0.5;
        }
        double[] x = random.doubles(3 * SIZE, -1, 1).toArray();
        double[] b = new double[1 + x.length];
        for (int i = 0; i < SIZE; i++) {
            for (int column = 0; column < 3; column++) {
                for (int j = 0; j < SIZE; j++) {
                    b[1 + 3 * i + column] += a[i][j] * x[3 * j + column];
                }
            }
        }
        TriangularFactor factor = new TriangularFactor(SIZE, triangle, 2, 0.5);
        assertThat(factor.isPositive()).isTrue();
        factor.solve(b, 3, 1);
        for (int k = 0; k < x.length; k++) {
            assertThat(b[1 + k]).isCloseTo(x[k], offset(1e-12));
        }
    }

    @Test
    void tellsWhatIsNotPositive() {
        assertThat(new TriangularFactor(2, new double[] {1, 2, 3}, 0, 0).isPositive())
                .isFalse();
        assertThat(new TriangularFactor(2, new double[] {1, 2, 3}, 0, 2).isPositive())
                .isTrue();
        assertThat(new TriangularFactor(1, new double[] {Double.NaN}, 0, 0).isPositive())
                .isFalse();
        assertThat(new TriangularFactor(1, new double[] {Double.POSITIVE_INFINITY}, 0, 0).isPositive())
                .isFalse();
    }
}
