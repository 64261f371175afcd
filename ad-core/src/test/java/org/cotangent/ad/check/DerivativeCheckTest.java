package org.cotangent.ad.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;

class DerivativeCheckTest {

    /** x₀² x₁. */
    private static final DifferentiableFunction RIGHT = Functions.of(2, x -> x[0] * x[0] * x[1], (x, g) -> {
        g[0] = 2 * x[0] * x[1];
        g[1] = x[0] * x[0];
    });

    private static final DifferentiableFunction WRONG = Functions.of(2, x -> x[0] * x[0] * x[1], (x, g) -> {
        g[0] = 2 * x[0] * x[1];
        g[1] = -x[0] * x[0];
    });

    private static DifferentiableFunction one(
            ToDoubleFunction<double[]> value, BiConsumer<double[], double[]> gradient) {
        return Functions.of(1, value, gradient);
    }

    @Test
    void rightGradientPasses() {
        CheckReport report = DerivativeCheck.of(RIGHT).at(3, 5).orThrow();
        assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(report.agreement()).isEqualTo(Agreement.ROUNDING);
        assertThat(report.hint()).isEmpty();
    }

    @Test
    void wrongGradientIsAnAssertionErrorThatNamesTheComponent() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DerivativeCheck.of(WRONG).at(3, 5).orThrow())
                .withMessageContaining("df/dx[1]")
                .withMessageContaining("claimed     -9")
                .withMessageContaining("measured    9")
                .withMessageContaining("sign");
    }

    @Test
    void findingsCarryTheNumbers() {
        Finding worst = DerivativeCheck.of(WRONG).at(3, 5).report().worst();
        assertThat(worst.entry()).isEqualTo("df/dx[1]");
        assertThat(worst.point()).containsExactly(3.0, 5.0);
        assertThat(worst.claimed()).isEqualTo(-9);
        assertThat(Math.abs(worst.measured() - 9)).isLessThanOrEqualTo(worst.bound());
        assertThat(worst.relativeError()).isBetween(1.99, 2.01);
        assertThat(worst.agreement()).isEqualTo(Agreement.ERROR);
    }

    @Test
    void aWrongPointAmongRightOnesIsEnough() {
        DifferentiableFunction negativeOnly = one(x -> x[0] * x[0], (x, g) -> g[0] = 2 * Math.abs(x[0]));
        DerivativeCheck check = DerivativeCheck.of(negativeOnly).at(1).at(2);
        assertThat(check.report().verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(check.at(-1).report().verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void kinksAreReportedWithBothSlopesAndNotCalledWrong() {
        for (double claimed : new double[] {-1, 0, 1}) {
            CheckReport report = DerivativeCheck.of(one(x -> Math.abs(x[0]) + 7, (x, g) -> g[0] = claimed))
                    .at(0)
                    .report();
            assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDABLE);
            assertThat(report.worst().explanation()).contains("kink", "-1 to the left", "1 to the right", "defensible");
            assertThat(report.orThrowIfWrong()).isSameAs(report);
        }
    }

    @Test
    void derivativesOutsideOfBothSlopesOfAKinkAreRemarkedOn() {
        CheckReport report = DerivativeCheck.of(one(x -> Math.abs(x[0]), (x, g) -> g[0] = 5))
                .at(0)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDABLE);
        assertThat(report.worst().explanation()).contains("outside of them");
    }

    @Test
    void besideAKinkDerivativesAreDecided() {
        DifferentiableFunction abs = one(x -> Math.abs(x[0] - 1), (x, g) -> g[0] = Math.signum(x[0] - 1));
        DerivativeCheck.of(abs).at(1 + 1e-5).at(1 - 1e-6).orThrow();
    }

    @Test
    void undecidedKinksDoNotSpoilPointsThatDecide() {
        DifferentiableFunction abs = one(x -> Math.abs(x[0]), (x, g) -> g[0] = Math.signum(x[0]));
        CheckReport report = DerivativeCheck.of(abs).at(0).at(1).orThrow();
        assertThat(report.toString()).contains("Undecided: 1 comparison of gradient", "because     kink");
    }

    @Test
    void edgesOfTheDomainAreMeasuredFromInside() {
        DifferentiableFunction edge = one(x -> Math.pow(x[0], 1.5) + x[0], (x, g) -> g[0] = 1.5 * Math.sqrt(x[0]) + 1);
        CheckReport report = DerivativeCheck.of(edge).at(0).report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.WRONG);
        DifferentiableFunction smooth =
                one(x -> x[0] < 0 ? Double.NaN : Math.exp(x[0]), (x, g) -> g[0] = Math.exp(x[0]));
        assertThat(DerivativeCheck.of(smooth).at(0).orThrow().worst().explanation())
                .contains("one-sided");
        DifferentiableFunction wrong =
                one(x -> x[0] < 0 ? Double.NaN : Math.exp(x[0]), (x, g) -> g[0] = 2 * Math.exp(x[0]));
        assertThat(DerivativeCheck.of(wrong).at(0).report().verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void unboundedSlopesAreUndecidable() {
        for (double claimed : new double[] {0, 1, Double.POSITIVE_INFINITY}) {
            CheckReport report = DerivativeCheck.of(one(x -> Math.cbrt(x[0]), (x, g) -> g[0] = claimed))
                    .at(0)
                    .report();
            assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDABLE);
        }
    }

    @Test
    void infiniteDerivativesOfSmoothFunctionsAreWrong() {
        CheckReport report = DerivativeCheck.of(one(x -> x[0] * x[0] + x[0], (x, g) -> g[0] = 1 / x[0]))
                .at(0)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(report.hint().orElseThrow()).contains("not finite");
    }

    @Test
    void functionsThatThrowOutsideOfTheirDomainAreCheckedInside() {
        DifferentiableFunction picky = one(
                x -> {
                    if (x[0] < 0.999) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return x[0] * x[0];
                },
                (x, g) -> g[0] = 2 * x[0]);
        DerivativeCheck.of(picky).at(1).atRandomPoints(1, 5, 0, 3).orThrow();
    }

    @Test
    void noisyBeyondResolutionIsUndecidableUntilResolutionIsCoarser() {
        DifferentiableFunction single = one(x -> (float) (x[0] * x[0]), (x, g) -> g[0] = 2 * x[0]);
        DerivativeCheck check = DerivativeCheck.of(single).at(0.7);
        assertThat(check.resolution(1e-8).report().verdict()).isEqualTo(Verdict.UNDECIDABLE);
        check.resolution(1e-2).orThrow();
    }

    @Test
    void stairsWithSlopingTreadsAreNotCalledWrong() {
        double constant = 1e9;
        DifferentiableFunction stairs =
                one(x -> ((Math.sin(x[0]) + constant) - constant) + x[0], (x, g) -> g[0] = Math.cos(x[0]) + 1);
        CheckReport report = DerivativeCheck.of(stairs).at(0.3).report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.WRONG);
    }

    @Test
    void stepsLookForTheScaleThatAClaimImplies() {
        for (double width : new double[] {1e-14, 1e-10, 1e-5, 1, 1e5, 1e10}) {
            DifferentiableFunction wave =
                    one(x -> Math.sin(x[0] / width + 0.3), (x, g) -> g[0] = Math.cos(x[0] / width + 0.3) / width);
            DerivativeCheck.of(wave).at(0).orThrowIfWrong();
            DifferentiableFunction flipped =
                    one(x -> Math.sin(x[0] / width + 0.3), (x, g) -> g[0] = -Math.cos(x[0] / width + 0.3) / width);
            assertThat(DerivativeCheck.of(flipped).at(0).report().verdict()).isNotEqualTo(Verdict.RIGHT);
        }
    }

    @Test
    void toleranceForgivesSmallErrors() {
        DifferentiableFunction rough = one(x -> x[0] * x[0], (x, g) -> g[0] = 2.0002 * x[0]);
        assertThat(DerivativeCheck.of(rough).at(1).report().verdict()).isEqualTo(Verdict.WRONG);
        DerivativeCheck.of(rough).at(1).tolerance(1e-3).orThrow();
    }

    @Test
    void randomFunctionsAreCalledNotDeterministic() {
        AtomicInteger calls = new AtomicInteger();
        CheckReport report = DerivativeCheck.of(one(x -> x[0] + 1e-3 * calls.incrementAndGet(), (x, g) -> g[0] = 1))
                .at(1)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDABLE);
        assertThat(report.toString()).contains("not deterministic", "seed");
    }

    @Test
    void gradientsAddedToTheirArrayAreWrong() {
        CheckReport report = DerivativeCheck.of(one(x -> x[0] * x[0], (x, g) -> g[0] += 2 * x[0]))
                .at(1)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(report.toString()).contains("does not overwrite its output", "set all to 0 first");
    }

    @Test
    void modifiedPointsAreWrong() {
        CheckReport report = DerivativeCheck.of(one(x -> x[0]++ * 2, (x, g) -> g[0] = 2))
                .at(1)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(report.toString()).contains("modifies the point");
    }

    @Test
    void valuesThatDisagreeAreWrong() {
        CheckReport report = DerivativeCheck.of(new DifferentiableFunction() {
                    @Override
                    public int dimension() {
                        return 1;
                    }

                    @Override
                    public double value(double[] x) {
                        return x[0] * x[0];
                    }

                    @Override
                    public double valueAndGradient(double[] x, double[] gradient) {
                        gradient[0] = 2 * x[0];
                        return x[0] * x[0] / 2;
                    }
                })
                .at(3)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(report.worst().entry()).contains("another value");
    }

    @Test
    void unsymmetricHessiansFailTheirOwnTest() {
        TwiceDifferentiableFunction f = Functions.of(
                2,
                x -> x[0] * x[1],
                (x, g) -> {
                    g[0] = x[1];
                    g[1] = x[0];
                },
                (x, v, p) -> {
                    p[0] = 2 * v[1];
                    p[1] = v[0];
                });
        CheckReport report = DerivativeCheck.of(f).at(1, 2).report();
        assertThat(report.tests())
                .filteredOn(test -> test.name().equals("symmetry of the Hessian"))
                .singleElement()
                .satisfies(test -> assertThat(test.verdict()).isEqualTo(Verdict.WRONG));
    }

    @Test
    void aroundAResultTheGradientIsCheckedWhereItVanishes() {
        DifferentiableFunction bowl =
                Functions.of(2, x -> Math.cosh(x[0] - 1) + 1e6 * Math.pow(x[1] - 3, 2), (x, g) -> {
                    g[0] = Math.sinh(x[0] - 1);
                    g[1] = 2e6 * (x[1] - 3);
                });
        CheckReport report = DerivativeCheck.of(bowl).around(1, 3).orThrow();
        assertThat(report.tests().get(1).right()).isEqualTo(4 * 3);
    }

    @Test
    void manyVariablesAreCheckedAlongDirections() {
        int n = 10_000;
        BiConsumer<double[], double[]> gradient = (x, g) -> {
            for (int i = 0; i < n; i++) {
                g[i] = 2 * i * x[i];
            }
        };
        ToDoubleFunction<double[]> value = x -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += i * x[i] * x[i];
            }
            return sum;
        };
        double[] x = Vectors.filled(n, 0.75);
        DerivativeCheck.of(Functions.of(n, value, gradient)).at(x).orThrow();
        DifferentiableFunction oneIsWrong = Functions.of(n, value, gradient.andThen((at, g) -> g[n / 3] = 0));
        assertThat(DerivativeCheck.of(oneIsWrong).at(x).report().verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void sameSeedGivesTheSameReport() {
        String first =
                DerivativeCheck.of(RIGHT).atRandomPoints(3, 5, -1, 1).report().toString();
        assertThat(DerivativeCheck.of(RIGHT).atRandomPoints(3, 5, -1, 1).report())
                .hasToString(first);
    }

    @Test
    void messagesSayWhatIsExpected() {
        DerivativeCheck check = DerivativeCheck.of(RIGHT);
        assertThatIllegalStateException().isThrownBy(check::report).withMessageContaining("call at(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.at(1, 2, 3))
                .withMessageContaining("point has length 3, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.at(1, Double.NaN))
                .withMessageContaining("x[1] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.atRandomPoints(1, 0, 0, 1))
                .withMessageContaining("at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.atRandomPoints(1, 1, 2, 1))
                .withMessageContaining("bounds of variable 0 are 2.0 and 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.resolution(2))
                .withMessageContaining("between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.at(1, 2).curve(2))
                .withMessageContaining("variable is 2, expected 0 to 1");
        DifferentiableFunction log = one(x -> Math.log(x[0]), (x, g) -> g[0] = 1 / x[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivativeCheck.of(log).at(-1).report())
                .withMessageContaining("not finite at the point (-1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DerivativeCheck.of(log).atRandomPoints(1, 1, -2, -1).report())
                .withMessageContaining("raise the lower or reduce the upper");
    }
}
