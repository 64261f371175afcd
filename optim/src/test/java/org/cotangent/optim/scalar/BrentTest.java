package org.cotangent.optim.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.function.DoubleUnaryOperator;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.OutsideDomainException;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Call;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Minima between two bounds against closed forms, published tables and an independent implementation. */
class BrentTest {

    private static DifferentiableFunction function(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        return Functions.of(
                1, x -> value.applyAsDouble(x[0]), (x, gradient) -> gradient[0] = slope.applyAsDouble(x[0]));
    }

    /** Σ ((2i − 5)/(x − i²))² (Brent 1973, section 5.6): one minimum between any two of its poles. */
    private static double brentsExample(double x) {
        double sum = 0;
        for (int i = 1; i <= 20; i++) {
            double term = (2 * i - 5) / (x - i * i);
            sum += term * term;
        }
        return sum;
    }

    private static double brentsSlope(double x) {
        double sum = 0;
        for (int i = 1; i <= 20; i++) {
            double term = (2 * i - 5) / (x - i * i);
            sum -= 2 * term * term / (x - i * i);
        }
        return sum;
    }

    /** x − log x, which throws at x ≤ 0.5 and is lowest at 1. */
    private static double barrier(double x) {
        if (x <= 0.5) {
            throw new OutsideDomainException("x is " + x + ", expected > 0.5");
        }
        return x - Math.log(x);
    }

    @Test
    void pointsOutsideTheDomainAreAvoided() {
        ScalarResult byValues = Minimizers.brent().minimize(BrentTest::barrier, -3, 4);
        assertThat(byValues.converged()).as(byValues.message()).isTrue();
        assertThat(byValues.point()).isCloseTo(1, within(1e-7));
        ScalarResult bySlope = Minimizers.brent().minimize(function(BrentTest::barrier, x -> 1 - 1 / x), -3, 4);
        assertThat(bySlope.converged()).as(bySlope.message()).isTrue();
        assertThat(bySlope.point()).isCloseTo(1, within(1e-14));
    }

    @Test
    void aFunctionWithoutAValueAnywhereIsQuoted() {
        ScalarResult byValues = Minimizers.brent().minimize(BrentTest::barrier, -2, -1);
        ScalarResult bySlope = Minimizers.brent().minimize(function(BrentTest::barrier, x -> 1 - 1 / x), -2, -1);
        for (ScalarResult result : new ScalarResult[] {byValues, bySlope}) {
            assertThat(result.status()).isEqualTo(Status.NON_FINITE_START);
            assertThat(result.message()).contains("it has no value there: x is -1.", "expected > 0.5");
        }
    }

    /**
     * Minima as printed in Brent's table 6.1, and the calls that SciPy 1.17.1's fminbound takes with xtol = 1e-10,
     * another implementation of the same method with the tolerance √ε |x| + xtol/3.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 3.0229153, 3.6766990169, 11",
        "2, 6.6837536, 1.1118500100, 11",
        "3, 11.2387017, 1.2182217637, 12",
        "4, 19.6760001, 2.1621103109, 10",
        "5, 29.8282273, 3.0322905193, 10",
        "6, 41.9061162, 3.7583856477, 10",
        "7, 55.9535958, 4.3554103836, 10",
        "8, 71.9856656, 4.8482959563, 10",
        "9, 90.0088685, 5.2587585400, 9",
        "10, 110.0265327, 5.6036524295, 9",
        "11, 132.0405517, 5.8956037976, 9",
        "12, 156.0521144, 6.1438861542, 9",
        "13, 182.0620604, 6.3550764593, 9",
        "14, 210.0711010, 6.5333662003, 9",
        "15, 240.0800483, 6.6803639849, 9",
        "16, 272.0902669, 6.7938538365, 9",
        "17, 306.1051233, 6.8634981053, 9",
        "18, 342.1369454, 6.8539024631, 9",
        "19, 380.2687097, 6.6008470481, 9"
    })
    void brentsTable(int row, double point, double value, int calls) {
        double lower = row * row;
        double upper = (row + 1.0) * (row + 1);
        ScalarResult byValues = Minimizers.brent()
                .tolerance(Math.sqrt(Tolerance.EPSILON))
                .absoluteTolerance(1e-10 / 3)
                .minimize(BrentTest::brentsExample, lower, upper);
        assertThat(byValues.converged()).as(byValues.message()).isTrue();
        // The table has seven decimals of x; values alone tell half the digits, at x = 56 to 4e-7.
        assertThat(byValues.point()).isCloseTo(point, within(3e-8 * point + 6e-8));
        assertThat(byValues.value()).isCloseTo(value, within(1e-10));
        assertThat(byValues.evaluations()).isEqualTo(calls);

        ScalarResult bySlopes =
                Minimizers.brent().minimize(function(BrentTest::brentsExample, BrentTest::brentsSlope), lower, upper);
        assertThat(bySlopes.converged()).as(bySlopes.message()).isTrue();
        assertThat(bySlopes.point()).isCloseTo(point, within(6e-8));
        assertThat(bySlopes.value()).isCloseTo(value, within(1e-10));
        assertThat(Math.abs(bySlopes.slope().orElseThrow())).isLessThan(1e-14);
        assertThat(bySlopes.evaluations()).isLessThanOrEqualTo(calls);
    }

    @Test
    void slopesGiveTheLastDigits() {
        ScalarResult result = Minimizers.brent().minimize(function(Math::cos, x -> -Math.sin(x)), 1, 6);
        assertThat(result.point()).isCloseTo(Math.PI, within(2 * Math.ulp(Math.PI)));
        assertThat(result.evaluations()).isLessThanOrEqualTo(8);
        assertThat(result.counts().gradients()).isEqualTo(result.evaluations());
    }

    @Test
    void valuesGiveHalfTheDigits() {
        ScalarResult result = Minimizers.brent().minimize(Math::cos, 1, 6);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.point()).isCloseTo(Math.PI, within(0x1p-24 * Math.PI));
        assertThat(result.low()).isLessThan(Math.PI);
        assertThat(result.high()).isGreaterThan(Math.PI);
        assertThat(result.evaluations()).isLessThanOrEqualTo(10);
        assertThat(result.counts().values()).isEqualTo(result.evaluations());
    }

    /** −∫ entropy: the least x ln x is −1/e at 1/e; neither value nor slope exist at the bound 0. */
    @Test
    void boundsNeedNotBeInTheDomain() {
        ScalarResult byValues = Minimizers.brent().minimize(x -> x * Math.log(x), 0, 1);
        assertThat(byValues.point()).isCloseTo(1 / Math.E, within(3e-8));
        ScalarResult bySlopes = Minimizers.brent().minimize(function(x -> x * Math.log(x), x -> 1 + Math.log(x)), 0, 1);
        assertThat(bySlopes.point()).isCloseTo(1 / Math.E, within(1e-15));
    }

    @Test
    void aMinimumAtABoundIsExact() {
        for (double slope : new double[] {1, -1}) {
            DoubleUnaryOperator line = x -> slope * x;
            ScalarResult byValues = Minimizers.brent().minimize(line, -1, 2);
            ScalarResult bySlopes = Minimizers.brent().minimize(function(line, x -> slope), -1, 2);
            assertThat(byValues.point()).isEqualTo(slope > 0 ? -1 : 2);
            assertThat(bySlopes.point()).isEqualTo(slope > 0 ? -1 : 2);
            assertThat(bySlopes.evaluations()).isEqualTo(2);
            assertThat(bySlopes.message()).contains("points out of the interval");
        }
        assertThat(Minimizers.brent()
                        .minimize(function(Math::sqrt, x -> 0.5 / Math.sqrt(x)), 0, 1)
                        .point())
                .isZero();
    }

    @Test
    void aLevelFunctionIsNoMinimum() {
        ScalarResult byValues = Minimizers.brent().minimize(x -> 7, -1, 1);
        assertThat(byValues.status()).isEqualTo(Status.ROUNDING_FLOOR);
        assertThat(byValues.point()).isBetween(byValues.low(), byValues.high());
        assertThat(byValues.message()).contains("level to rounding").contains("derivative");
        ScalarResult bySlopes = Minimizers.brent().minimize(function(x -> 7, x -> 0), -1, 1);
        assertThat(bySlopes.message()).contains("the slope is 0.0");
    }

    @Test
    void aFloorAboveTheToleranceIsNotClaimed() {
        // (x − 1)² drowns in 1e6 within 1e-5 of 1.
        ScalarResult byValues = Minimizers.brent().minimize(x -> 1e6 + (x - 1) * (x - 1), -3, 4);
        assertThat(byValues.status()).isEqualTo(Status.ROUNDING_FLOOR);
        assertThat(byValues.point()).isCloseTo(1, within(3e-5));
        assertThat(byValues.evaluations()).isLessThan(25);
        ScalarResult bySlopes =
                Minimizers.brent().minimize(function(x -> 1e6 + (x - 1) * (x - 1), x -> 2 * (x - 1)), -3, 4);
        assertThat(bySlopes.point()).isCloseTo(1, within(1e-15));
    }

    @Test
    void stairsOfRoundingDoNotLeadAstray() {
        // Steps of 2⁻⁵⁵ in the value are 3e-15 wide; the search stopped 31 of them away.
        ScalarResult result =
                Minimizers.brent().minimize(x -> 0.125 + (x < 0 ? -0.010000000008 * x : 0.010000013089 * x), -1, 2);
        assertThat(result.point()).isCloseTo(0, within(1e-14));
    }

    @Test
    void wallsOfNotANumberAreNotEntered() {
        DoubleUnaryOperator wall = x -> x < 0.1 ? -x : Double.NaN;
        assertThat(Minimizers.brent().minimize(wall, -1, 1).point()).isBetween(0.1 - 1e-7, 0.1);
        assertThat(Minimizers.brent().minimize(function(wall, x -> -1), -1, 1).point())
                .isBetween(0.1 - 1e-15, 0.1);
        // The first point is undefined here, so another one has to be found.
        DoubleUnaryOperator logarithm = x -> x - Math.log(x);
        assertThat(Minimizers.brent().minimize(logarithm, -10, 10).point()).isCloseTo(1, within(1e-7));
        assertThat(Minimizers.brent()
                        .minimize(function(logarithm, x -> 1 - 1 / x), -10, 10)
                        .point())
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void infinitiesAreTold() {
        ScalarResult nowhere = Minimizers.brent().minimize(x -> Double.NaN, 0, 1);
        assertThat(nowhere.status()).isEqualTo(Status.NON_FINITE_START);
        assertThat(nowhere.value()).isInfinite();
        ScalarResult pit = Minimizers.brent().minimize(x -> x < 0.5 ? Double.NEGATIVE_INFINITY : 0, 0, 1);
        assertThat(pit.status()).isEqualTo(Status.UNBOUNDED);
        assertThat(Minimizers.brent()
                        .minimize(function(x -> x < 0.5 ? Double.NEGATIVE_INFINITY : 0, x -> Double.NaN), 0, 1)
                        .status())
                .isEqualTo(Status.UNBOUNDED);
    }

    /** The search closes on a bound before it looks there. */
    @Test
    void aPoleAtABoundIsNoMinimum() {
        assertUnboundedAt(0, Minimizers.brent().minimize(x -> -1 / x, 0, 1));
        assertUnboundedAt(1, Minimizers.brent().minimize(x -> Math.log(1 - x), 0, 1));
        assertUnboundedAt(0, Minimizers.brent().minimize(function(x -> -1 / x, x -> 1 / (x * x)), 0, 1));
        assertUnboundedAt(1, Minimizers.brent().minimize(function(x -> Math.log(1 - x), x -> 1 / (x - 1)), 0, 1));
    }

    private static void assertUnboundedAt(double bound, ScalarResult result) {
        assertThat(result.status()).isEqualTo(Status.UNBOUNDED);
        assertThat(result.point()).isEqualTo(bound);
        assertThat(result.message()).contains("-Infinity at " + bound);
    }

    /** The golden section, the first point, is exactly where the slope vanishes: a maximum here, then a minimum. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, 1})
    void aFlatFirstPointIsNotTrusted(double sign) {
        double first = Bracketing.GOLDEN;
        DoubleUnaryOperator value = x -> sign * (x - first) * (x - first);
        ScalarResult result = Minimizers.brent().minimize(function(value, x -> 2 * sign * (x - first)), 0, 1);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.point()).isEqualTo(sign > 0 ? first : 1);
    }

    /** A maximum again, and the second point of the sequence, 0.764, is where the function is not defined. */
    @Test
    void aFlatFirstPointIsNotTrustedWhereTheNextOneIsUndefined() {
        double first = Bracketing.GOLDEN;
        DoubleUnaryOperator value = x -> x < 0.5 ? -(x - first) * (x - first) : Double.NaN;
        ScalarResult result = Minimizers.brent().minimize(function(value, x -> -2 * (x - first)), 0, 1);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.point()).isZero();
    }

    @Test
    void aFlatBoundIsNotSaidToSlope() {
        ScalarResult result = Minimizers.brent().minimize(function(x -> x * x, x -> 2 * x), 0, 1);
        assertThat(result.summary()).isEqualTo("Converged: the slope is 0.0 at 0.0 after 2 evaluations");
    }

    @Test
    void aConstantIsFlat() {
        ScalarResult result = Minimizers.brent().minimize(function(x -> 3, x -> 0), 0, 1);
        assertThat(result.converged()).isTrue();
        assertThat(result.value()).isEqualTo(3);
        assertThat(result.evaluations()).isLessThanOrEqualTo(20);
    }

    /** With the wrong sign the first point would look like a minimum between two doubles. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1e-12})
    void aSlopeOfTheWrongSignIsNoMinimum(double offset) {
        DoubleUnaryOperator value = x -> offset + (x - 1) * (x - 1);
        ScalarResult result = Minimizers.brent().minimize(function(value, x -> 2 * (1 - x)), -3, 7);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.LINE_SEARCH_FAILED);
        assertThat(result.message()).contains("the value rises by").contains("DerivativeCheck");
        ScalarResult loose = Minimizers.brent().tolerance(0.1).minimize(function(value, x -> 2 * (1 - x)), -3, 7);
        assertThat(loose.status()).as(loose.message()).isEqualTo(Status.LINE_SEARCH_FAILED);
    }

    /** Up to the jump the function falls, and behind it too: right slopes of one sign. */
    @Test
    void aMinimumAtAJumpIsOne() {
        DoubleUnaryOperator saw = x -> x < 0.65 ? x + 1 : x;
        ScalarResult result = Minimizers.brent().minimize(function(saw, x -> 1), 0.6, 1);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.point()).isCloseTo(0.65, within(1e-14));
    }

    /** The minimum is behind a hump that is lower than the first point, at whose far side the function falls outwards. */
    @Test
    void aHumpWithinTheToleranceIsNoWrongSlope() {
        DoubleUnaryOperator wave = x -> Math.cos(x) + 0.01 * x;
        ScalarResult result =
                Minimizers.brent().absoluteTolerance(10).minimize(function(wave, x -> 0.01 - Math.sin(x)), 0.5, 7.5);
        assertThat(result.converged()).as(result.message()).isTrue();
    }

    @Test
    void adviceOnAPoleIsAboutTheInterval() {
        assertThat(Minimizers.brent().minimize(Math::log, 0, 1).message())
                .contains("choose an interval without that point")
                .doesNotContain("bounds");
    }

    @Test
    void hugeIntervalsClose() {
        ScalarResult byValues = Minimizers.brent().minimize(x -> Math.exp(x) - 2 * x, -1000, 1000);
        assertThat(byValues.point()).isCloseTo(Math.log(2), within(1e-7));
        ScalarResult bySlopes =
                Minimizers.brent().minimize(function(x -> Math.exp(x) - 2 * x, x -> Math.exp(x) - 2), -1000, 1000);
        // The default absolute tolerance is 2⁻⁵² of the width.
        assertThat(bySlopes.point()).isCloseTo(Math.log(2), within(2 * 2000 * 0x1p-52));
        assertThat(bySlopes.evaluations()).isLessThan(20);
    }

    @Test
    void adviceSpeaksOfNoRunToSave() {
        assertThat(Minimizers.brent()
                        .maxEvaluations(3)
                        .minimize(Math::cos, 1, 6)
                        .message())
                .endsWith("Advice: raise maxEvaluations, or loosen the tolerance.");
        assertThat(Minimizers.brent()
                        .maxTime(Duration.ZERO)
                        .minimize(Math::cos, 1, 6)
                        .message())
                .endsWith("Advice: raise maxTime, or loosen the tolerance.");
        assertThat(Minimizers.brent()
                        .cancelWhen(() -> true)
                        .minimize(Math::cos, 1, 6)
                        .message())
                .endsWith("Advice: search again if that was not wanted.");
    }

    @Test
    void budgetsHoldAndTheBestPointIsKept() {
        ScalarResult byValues = Minimizers.brent().maxEvaluations(3).minimize(Math::cos, 1, 6);
        assertThat(byValues.status()).isEqualTo(Status.EVALUATION_LIMIT);
        assertThat(byValues.evaluations()).isEqualTo(3);
        assertThat(byValues.value()).isEqualTo(Math.cos(byValues.point()));
        ScalarResult bySlopes = Minimizers.brent()
                .budget(Budget.DEFAULT.withLimit(Call.GRADIENT, 1))
                .minimize(function(Math::cos, x -> -Math.sin(x)), 1, 6);
        assertThat(bySlopes.evaluations()).isEqualTo(1);
        assertThat(bySlopes.value()).isEqualTo(Math.cos(bySlopes.point()));
        assertThat(Minimizers.brent()
                        .cancelWhen(() -> true)
                        .minimize(Math::cos, 1, 6)
                        .status())
                .isEqualTo(Status.CANCELLED);
        assertThat(Minimizers.brent()
                        .maxTime(Duration.ZERO)
                        .minimize(Math::cos, 1, 6)
                        .status())
                .isEqualTo(Status.TIME_LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "NaN, 1", "0, Infinity", "-1.7e308, 1.7e308"})
    void badIntervalsAreRefused(double lower, double upper) {
        assertThatThrownBy(() -> Minimizers.brent().minimize(Math::cos, lower, upper))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the interval is [" + lower + ", " + upper + "]")
                .hasMessageContaining("expected finite bounds, the lower one first");
    }

    @Test
    void otherBadInputIsRefused() {
        assertThatThrownBy(() -> Minimizers.brent().tolerance(-1)).hasMessageContaining("tolerance is -1.0");
        assertThatThrownBy(() -> Minimizers.brent().absoluteTolerance(Double.NaN))
                .hasMessageContaining("absolute tolerance is NaN");
        DifferentiableFunction plane = Functions.of(2, x -> x[0], (x, gradient) -> gradient[0] = 1);
        assertThatThrownBy(() -> Minimizers.brent().minimize(plane, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("length 1, expected 2");
    }

    @Test
    void summariesSayWhereTheMinimumIs() {
        assertThat(Minimizers.brent()
                        .tolerance(0.25)
                        .minimize(x -> (x - 1) * (x - 1), 0, 4)
                        .summary())
                .matches(
                        "Converged: the minimum is between [0-9.]+ and [0-9.]+, tolerance 0\\.2\\d? after \\d evaluations");
    }
}
