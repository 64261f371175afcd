package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The inverse Hessian against the formula it stands for, and what an update promises. */
class BfgsTest {

    @Property(tries = 50)
    void anUpdateIsTheFormulaOfTheBookAndMeetsTheSecantEquation(
            @ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        InverseHessian inverse = new InverseHessian(n);
        double[] s = vector(random, n);
        double[] y = positiveWith(s, random);
        inverse.begin(s, y, 3);
        double[][] before = matrix(inverse, n);
        inverse.update(s, y);
        double[][] expected = formula(before, s, y);
        double[][] after = matrix(inverse, n);
        for (int i = 0; i < n; i++) {
            assertThat(after[i]).containsExactly(expected[i], within(1e-11 * size(expected)));
        }
        double[] image = new double[n];
        inverse.apply(y, image);
        assertThat(image).containsExactly(s, within(1e-11 * size(expected)));
    }

    @Test
    void theFirstMatrixIsTheLargerEstimate() {
        double[] s = {1, 0};
        double[] y = {4, 2};
        InverseHessian inverse = new InverseHessian(2);
        inverse.begin(s, y, 0.1);
        // sᵀy / yᵀy = 4 / 20
        assertThat(matrix(inverse, 2)).isDeepEqualTo(new double[][] {{0.2, 0}, {0, 0.2}});
        inverse.begin(s, y, 7);
        assertThat(matrix(inverse, 2)).isDeepEqualTo(new double[][] {{7, 0}, {0, 7}});
        inverse.begin(s, y, Double.POSITIVE_INFINITY);
        assertThat(matrix(inverse, 2)[0][0]).isFinite();
        inverse.begin(s, y, Double.NaN);
        assertThat(matrix(inverse, 2)[0][0]).isFinite();
    }

    @Test
    void aStepWithoutPositiveCurvatureIsIgnored() {
        InverseHessian inverse = new InverseHessian(2);
        inverse.begin(new double[] {1, 1}, new double[] {1, 2}, 0);
        double[][] before = matrix(inverse, 2);
        inverse.update(new double[] {1, 0}, new double[] {-1, 5});
        inverse.update(new double[] {1, 0}, new double[] {0, 5});
        inverse.update(new double[] {1, 0}, new double[] {Double.NaN, 0});
        assertThat(matrix(inverse, 2)).isDeepEqualTo(before);
    }

    private static double[] vector(SplittableRandom random, int n) {
        return random.doubles(n, -1, 1).toArray();
    }

    /** A random y with sᵀy at least a tenth of ‖s‖². */
    private static double[] positiveWith(double[] s, SplittableRandom random) {
        double[] y = vector(random, s.length);
        double square = dot(s, s);
        double shift = Math.max(0, 0.1 - dot(s, y) / square);
        for (int i = 0; i < y.length; i++) {
            y[i] += shift * s[i];
        }
        return y;
    }

    private static double[][] matrix(InverseHessian inverse, int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse.apply(unit, matrix[i]);
        }
        return matrix;
    }

    /** (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ, ρ = 1 / sᵀy. */
    private static double[][] formula(double[][] h, double[] s, double[] y) {
        int n = s.length;
        double rho = 1 / dot(s, y);
        double[][] left = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                left[i][j] = (i == j ? 1 : 0) - rho * s[i] * y[j];
            }
        }
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = rho * s[i] * s[j];
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        result[i][j] += left[i][k] * h[k][l] * left[j][l];
                    }
                }
            }
        }
        return result;
    }

    private static double size(double[][] matrix) {
        double largest = 1;
        for (double[] row : matrix) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
