package org.cotangent.examples.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.Deviation;
import org.cotangent.examples.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The objective of ADBench, and against what its hand-written code computes where its data are at hand. */
class GaussianMixtureTest {

    private static final String DATA = "adbench/gmm/%s.txt";
    private static final String EXPECTED = "adbench/expected/gmm_%s.manual.%s.txt";

    private static AdbenchMixture problem(String name) throws IOException {
        return AdbenchMixture.read(ReferenceData.file(String.format(DATA, name.replace("k_", "k/"))));
    }

    private static double value(AdbenchMixture p) {
        return GaussianMixture.adbench(p.alphas(), p.means(), p.icf(), p.points(), p.gamma(), p.m());
    }

    static TwiceDifferentiableFunction function(AdbenchMixture p) {
        int components = p.alphas().length;
        return GaussianMixtureDerivatives.adbench(
                components,
                components,
                p.means()[0].length,
                components,
                p.icf()[0].length,
                p.points(),
                p.gamma(),
                p.m());
    }

    private static AdbenchMixture random(int dimension, int components, int count) {
        Random random = new Random(7);
        return new AdbenchMixture(
                row(random, components),
                rows(random, components, dimension),
                rows(random, components, dimension * (dimension + 1) / 2),
                rows(random, count, dimension),
                1.5,
                2);
    }

    private static double[] row(Random random, int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    private static double[][] rows(Random random, int count, int length) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, i -> row(random, length));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1k_gmm_d2_K5", "1k_gmm_d10_K25", "1k_gmm_d32_K50", "10k_gmm_d10_K25"})
    void valueIsThatOfAdbench(String name) throws IOException {
        double expected = ReferenceData.numbers(String.format(EXPECTED, name, "obj"))[1];
        assertThat(value(problem(name))).isCloseTo(expected, withinPercentage(1e-10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1k_gmm_d2_K5", "1k_gmm_d10_K25", "1k_gmm_d32_K50", "10k_gmm_d10_K25"})
    void gradientIsThatOfAdbench(String name) throws IOException {
        AdbenchMixture p = problem(name);
        double[] counted = ReferenceData.numbers(String.format(EXPECTED, name, "grad"));
        double[] expected = Arrays.copyOfRange(counted, 1, counted.length);
        double[] gradient = new double[expected.length];
        assertThat(function(p).valueAndGradient(p.point(), gradient)).isCloseTo(value(p), withinPercentage(1e-10));
        assertThat(Deviation.of(gradient, expected)).isLessThan(1e-10);
    }

    @Test
    void derivativesAreThoseOfTheValues() {
        AdbenchMixture p = random(3, 2, 9);
        DerivativeCheck.of(function(p)).at(p.point()).orThrow();
    }

    /** One component of unit variance: then the density is the normal one, and the factor is the unit matrix. */
    @Test
    void valueOfOneNormalDistributionIsThatOfItsDensity() {
        double[][] points = {{0.5, -1}, {2, 0.25}, {-1, 3}};
        double gamma = 2;
        double squares = 0.25 + 1 + 4 + 0.0625 + 1 + 9;
        double logLikelihood = -squares / 2 - 3 * Math.log(2 * Math.PI);
        // Γ₂(5/2) = √π Γ(5/2) Γ(2) = √π · 3√π/4, for m = 2 and 5 degrees of freedom.
        double logGamma = Math.log(0.75 * Math.PI);
        double prior = gamma * gamma / 2 * 2 - (5 * 2 * (Math.log(gamma) - Math.log(2) / 2) - logGamma);
        double value = GaussianMixture.adbench(
                new double[] {0.3}, new double[][] {{0, 0}}, new double[][] {{0, 0, 0}}, points, gamma, 2);
        assertThat(value).isCloseTo(logLikelihood + prior, within(1e-13));
    }
}
