package org.cotangent.optim.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.optim.run.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gap that products tell, ½ gᵀA⁻¹g, against closed forms. */
class OperatorQuadraticTest {

    /** A = K or K², K the second differences of a string held at both ends: condition about n² / 2.5, or its square. */
    private record Beam(int n, boolean stiff) implements LinearOperator {

        @Override
        public int rows() {
            return n;
        }

        @Override
        public int columns() {
            return n;
        }

        @Override
        public void apply(double[] v, double[] product) {
            differences(v, product);
            if (stiff) {
                differences(product.clone(), product);
            }
        }

        private void differences(double[] v, double[] product) {
            for (int i = 0; i < n; i++) {
                product[i] = 2 * v[i] - (i > 0 ? v[i - 1] : 0) - (i + 1 < n ? v[i + 1] : 0);
            }
        }
    }

    /** For a gradient of ones. */
    private static double gap(Beam beam) {
        double[] ones = new double[beam.n()];
        Arrays.fill(ones, 1);
        return new OperatorQuadratic(beam, 0, ones, ones, ones, 0.1).decrement();
    }

    /** K⁻¹ times ones: the parabola i (n + 1 − i) / 2, i from 1. */
    private static double[] parabola(int n) {
        double[] parabola = new double[n];
        Arrays.setAll(parabola, i -> (i + 1.0) * (n - i) / 2);
        return parabola;
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 100, 400})
    void theGapIsKnownWhereTheProductsSuffice(int n) {
        double expected = Arrays.stream(parabola(n)).sum() / 2;
        assertThat(gap(new Beam(n, false))).isCloseTo(expected, within(1e-3 * expected));
    }

    /** A thousand products do not solve a system of condition 1e13. */
    @Test
    void noGapIsStatedWhereTheProductsDoNotSuffice() {
        int n = 4_000;
        double expected = Vectors.dot(parabola(n), parabola(n)) / 2;
        double gap = gap(new Beam(n, true));
        assertThat(Double.isNaN(gap) || Math.abs(gap - expected) <= 1e-3 * expected)
                .as("gap " + gap + " of " + expected)
                .isTrue();
    }
}
