package org.cotangent.ad.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Special functions against published tables (Abramowitz and Stegun, 1964), at edges, and by their identities. */
class SpecialTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Half a unit of the last digit printed in the table. */
    private static Offset<Double> printed(int decimals) {
        return within(0.5000001 * Math.pow(10, -decimals));
    }

    private static Offset<Double> ulps(double units, double value) {
        return within(units * Math.ulp(value));
    }

    @Test
    void errorFunctionIsThatOfTable71() {
        assertThat(Special.erf(0.5)).isCloseTo(0.5204998778, printed(10));
        assertThat(Special.erf(1.0)).isCloseTo(0.8427007929, within(1e-10));
        assertThat(Special.erf(1.5)).isCloseTo(0.9661051465, printed(10));
        assertThat(Special.erf(2.0)).isCloseTo(0.9953222650, printed(10));
    }

    @Test
    void normalDistributionIsThatOfTables261And265() {
        assertThat(Special.normalCdf(1)).isCloseTo(0.841344746068543, printed(15));
        assertThat(Special.normalCdf(2)).isCloseTo(0.977249868051821, printed(15));
        assertThat(Special.normalDensity(1)).isCloseTo(0.241970724519143, printed(15));
        assertThat(-Special.normalQuantile(0.025)).isCloseTo(1.95996, printed(5));
        assertThat(-Special.normalQuantile(0.005)).isCloseTo(2.57583, printed(5));
    }

    @Test
    void gammaFunctionsAreThoseOfTable61() {
        assertThat(Special.digamma(1)).isCloseTo(-0.5772156649, printed(10));
        assertThat(Special.digamma(1.5)).isCloseTo(0.0364899740, printed(10));
        assertThat(Special.trigamma(1)).isCloseTo(1.6449340668, printed(10));
        assertThat(Special.trigamma(1.5)).isCloseTo(0.9348022005, printed(10));
        assertThat(Special.polygamma(1, 2)).isCloseTo(-2.4041138063, printed(10));
    }

    @Test
    void besselFunctionsAreThoseOfTables91And95() {
        assertThat(Special.besselJ0(1)).isCloseTo(0.765197686557967, printed(15));
        assertThat(Special.besselJ0(2)).isCloseTo(0.223890779141236, printed(15));
        assertThat(Special.besselJ1(1)).isCloseTo(0.4400505857, printed(10));
        assertThat(Special.besselJ(1, 2)).isCloseTo(0.1149034849, printed(10));
        assertThat(Special.besselJ0(2.4048255577)).isCloseTo(0, within(0.52 * 1e-10));
        assertThat(Special.besselJ1(2.4048255577)).isCloseTo(0.5191474973, printed(10));
    }

    @Test
    void chiSquareProbabilitiesAreThoseOfTable267() {
        assertThat(Special.regularizedGammaQ(1, 1)).isCloseTo(0.36788, printed(5));
        assertThat(Special.regularizedGammaQ(0.5, 0.5)).isCloseTo(0.31731, printed(5));
        assertThat(Special.regularizedGammaQ(2.5, 5)).isCloseTo(0.07524, printed(5));
    }

    @Test
    void logarithmOfGammaHasExactZeros() {
        assertThat(Special.logGamma(1)).isZero();
        assertThat(Special.logGamma(2)).isZero();
        assertThat(Special.logGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, ulps(2, 0.57));
    }

    @Test
    void betaFunctionHasItsClosedForms() {
        assertThat(Special.beta(0.5, 0.5)).isCloseTo(Math.PI, ulps(2, Math.PI));
        assertThat(Special.beta(1, 20)).isCloseTo(1.0 / 20, ulps(2, 1.0 / 20));
        assertThat(Special.beta(3, 12)).isCloseTo(1.0 / 1092, ulps(4, 1.0 / 1092));
        assertThat(Special.beta(12, 3)).isEqualTo(Special.beta(3, 12));
        assertThat(Special.logBeta(1, 1)).isZero();
    }

    /** 30 digits by mpmath; the distributions far out, where their own probability is near the smallest double. */
    @Test
    void tailsKeepTheirDigits() {
        assertThat(Special.normalQuantile(1e-300)).isCloseTo(-37.0470962993611992, ulps(4, 37));
        assertThat(Special.erfcInverse(1e-300)).isCloseTo(26.2094699605161239, ulps(4, 26));
        assertThat(Special.erfInverse(Math.nextDown(1.0))).isCloseTo(5.86358474875516792, ulps(4, 5.8));
        assertThat(Special.logNormalCdf(-1e8)).isCloseTo(-5e15 - 19.3396197, within(1.0));
        assertThat(Special.sigmoid(-700)).isCloseTo(Math.exp(-700), ulps(4, 1e-304));
        assertThat(Special.softplus(-700)).isCloseTo(Math.exp(-700), ulps(4, 1e-304));
        assertThat(Special.softplus(700)).isEqualTo(700);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 0.6931471805599453, 0",
        "-0.0, 0.5, 0.6931471805599453, -0.0",
        "Infinity, 1, Infinity, 1",
        "-Infinity, 0, 0, -1",
        "NaN, NaN, NaN, NaN"
    })
    void edgesOfLogisticAndErrorFunctions(double x, Double sigmoid, Double softplus, Double erf) {
        assertThat(Special.sigmoid(x)).isEqualTo(sigmoid);
        assertThat(Special.softplus(x)).isEqualTo(softplus);
        assertThat(Special.log1pexp(x)).isEqualTo(softplus);
        assertThat(Special.erf(x)).isEqualTo(erf);
    }

    @ParameterizedTest
    @CsvSource({
        "0, Infinity, -Infinity, Infinity",
        "-0.0, Infinity, Infinity, Infinity",
        "Infinity, Infinity, Infinity, 0",
        "-0.5, NaN, NaN, NaN",
        "-Infinity, NaN, NaN, NaN",
        "NaN, NaN, NaN, NaN"
    })
    void edgesOfGammaFunctions(double x, Double logGamma, Double digamma, Double trigamma) {
        assertThat(Special.logGamma(x)).isEqualTo(logGamma);
        assertThat(Special.digamma(x)).isEqualTo(digamma);
        assertThat(Special.trigamma(x)).isEqualTo(trigamma);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, Infinity", "1, 0, Infinity", "-0.0, 2, Infinity", "3, Infinity, 0", "-1, 2, NaN", "NaN, 1, NaN"})
    void edgesOfTheBetaFunction(double a, double b, Double beta) {
        assertThat(Special.beta(a, b)).isEqualTo(beta);
        assertThat(Special.logBeta(a, b)).isEqualTo(beta == 0 ? Double.valueOf(-INFINITY) : beta);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 0, 1, 0",
        "1, 0, 0, 1, 1",
        "0.5, 0, 0, 1, Infinity",
        "2, Infinity, 1, 0, 0",
        "2, -1, NaN, NaN, NaN",
        "2, NaN, NaN, NaN, NaN",
        "NaN, 1, NaN, NaN, NaN"
    })
    void edgesOfTheGammaDistribution(double a, double x, Double p, Double q, Double density) {
        assertThat(Special.regularizedGammaP(a, x)).isEqualTo(p);
        assertThat(Special.regularizedGammaQ(a, x)).isEqualTo(q);
        assertThat(Special.gammaDensity(a, x)).isEqualTo(density);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-0.1, NaN", "1.1, NaN", "NaN, NaN"})
    void edgesOfTheBetaDistribution(double x, Double probability) {
        assertThat(Special.regularizedBeta(x, 2, 3)).isEqualTo(probability);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "-0.0, 1, -0.0", "Infinity, 0, 0", "NaN, NaN, NaN"})
    void edgesOfBesselFunctions(double x, Double j0, Double j1) {
        assertThat(Special.besselJ0(x)).isEqualTo(j0);
        assertThat(Special.besselJ1(x)).isEqualTo(j1);
    }

    @Test
    void divergingIterationsOfTheLibraryGiveNaN() {
        assertThat(Special.regularizedBeta(4.7e-5, 391, INFINITY)).isNaN();
    }

    @Test
    void ordersBeyondTheHighestGiveNaN() {
        int n = Special.HIGHEST_ORDER + 1;
        assertThat(Special.polygamma(1, n)).isNaN();
        assertThat(Special.polygamma(1, -1)).isNaN();
        assertThat(Special.polygammaIncrement(1, 1, 0.5)).isNaN();
        assertThat(Special.besselJ(1, n)).isNaN();
        assertThat(Special.erfcxIntegral(1, n)).isNaN();
        assertThat(Special.polygamma(1, n - 1)).isFinite();
        assertThat(Special.besselJ(200, n - 1)).isFinite();
        assertThat(Special.erfcxIntegral(1, n - 1)).isPositive();
    }

    /** On either side of the change from Taylor series to modulus and phase. */
    @ParameterizedTest
    @ValueSource(doubles = {1.2, 50})
    void besselFunctionsAreContinuousWhereTheirFormulasChange(double x) {
        double below = Math.nextDown(x);
        assertThat(Special.besselJ0(below)).isCloseTo(Special.besselJ0(x), within(4e-16 + 1e-16 * x));
        assertThat(Special.besselJ1(below)).isCloseTo(Special.besselJ1(x), within(4e-16 + 1e-16 * x));
    }

    @Test
    void besselFunctionsOfHugeArgumentsAreAccurateToTheirAmplitude() {
        // 40 digits by mpmath, at 2⁶⁰.
        double amplitude = Math.sqrt(2 / (Math.PI * 0x1p60));
        assertThat(Special.besselJ0(0x1p60)).isCloseTo(-7.29022720785544259e-10, within(4e-16 * amplitude));
        assertThat(Special.besselJ1(0x1p60)).isCloseTo(-1.43894074850111781e-10, within(4e-16 * amplitude));
    }
}
