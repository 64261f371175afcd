package org.cotangent.examples.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalLossTest {

    private static final double[] SAMPLE = {-0.5, 1.5, 4};
    private static final double MEAN = 0.7;
    private static final double DEVIATION = 1.3;

    @ParameterizedTest
    @EnumSource
    void surpriseIsTheNegativeLogarithmOfTheDensity(Parameters parameters) {
        double expected = 0;
        for (double y : SAMPLE) {
            double density = Math.exp(-(y - MEAN) * (y - MEAN) / (2 * DEVIATION * DEVIATION))
                    / (DEVIATION * Math.sqrt(2 * Math.PI));
            expected -= Math.log(density) / SAMPLE.length;
        }
        double found = FiniteSums.mean(parameters.surprise(SAMPLE), Summation.sequential())
                .value(parameters.of(MEAN, DEVIATION));
        assertThat(found).isCloseTo(expected, within(1e-14));
    }

    /** The textbook: 1 / σ² for the mean, and 2 / σ² for the deviation, 2 for its logarithm, σ⁴ / 2 for the precision. */
    @ParameterizedTest
    @EnumSource
    void fisherMatrixIsThatOfTheTextbook(Parameters parameters) {
        double variance = DEVIATION * DEVIATION;
        double second = switch (parameters) {
            case DEVIATION -> 2 / variance;
            case LOGARITHM -> 2;
            case PRECISION -> variance * variance / 2;
        };
        double[] x = parameters.of(MEAN, DEVIATION);
        double[] product = new double[2];
        parameters.surprise(SAMPLE).fisherProduct(x, new int[] {1}, new double[] {1, 0}, product);
        assertThat(product).containsExactly(new double[] {1 / variance, 0}, within(1e-14));
        parameters.surprise(SAMPLE).fisherProduct(x, new int[] {1}, new double[] {0, 1}, product);
        assertThat(product).containsExactly(new double[] {0, second}, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource
    void fisherFactorsMultiplyToTheFisherMatrix(Parameters parameters) {
        double[] z = {MEAN / (DEVIATION * DEVIATION), -0.5 / (DEVIATION * DEVIATION)};
        NormalLoss loss = new NormalLoss(SAMPLE);
        double[] v = {0.3, -1.1};
        double[] expected = new double[2];
        loss.hessianProduct(0, z, v, expected);
        double[] found = new double[2];
        for (double[] s : loss.fisherFactors(0, z)) {
            double along = s[0] * v[0] + s[1] * v[1];
            found[0] += along * s[0];
            found[1] += along * s[1];
        }
        assertThat(found).containsExactly(expected, within(1e-13));
        assertThat(parameters.deviation(parameters.of(MEAN, DEVIATION)[1])).isCloseTo(DEVIATION, within(1e-14));
    }
}
