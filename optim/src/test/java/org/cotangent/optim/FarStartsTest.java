package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;

/** Fits of published data from far away: a claim is the minimum, and all else says what to do. */
class FarStartsTest {

    /** Optical density by the logarithm of the concentration (Davidian, Giltinan 1995, section 5.2.4; R's DNase, run 1). */
    private static final double[] CONCENTRATION = {0.04882812, 0.1953125, 0.390625, 0.78125, 1.5625, 3.125, 6.25, 12.5};

    private static final double[] DENSITY = {
        0.017, 0.018, 0.121, 0.124, 0.206, 0.215, 0.377, 0.374, 0.614, 0.609, 1.019, 1.001, 1.334, 1.364, 1.730, 1.710
    };

    private static final double LEAST_DENSITY = 0.0047895690;

    /** Weights of a chick by days (Crowder, Hand 1990, example 5.3; R's ChickWeight, chick 1). */
    private static final double[] DAYS = {0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 21};

    private static final double[] WEIGHTS = {42, 51, 59, 64, 76, 93, 106, 125, 149, 171, 199, 205};

    private static final double LEAST_WEIGHT = 76.662356;

    /** Theophylline by hours (Boeckmann, Sheiner, Beal 1994; R's Theoph, subject 1, dose 4.02). */
    private static final double[] HOURS = {0, 0.25, 0.57, 1.12, 2.02, 3.82, 5.10, 7.03, 9.05, 12.12, 24.37};

    private static final double[] THEOPHYLLINE = {0.74, 2.84, 6.57, 10.5, 9.66, 8.58, 8.36, 7.47, 6.89, 5.94, 3.28};

    private static Jet exp(Jet exponent) {
        double value = Math.exp(exponent.value());
        return exponent.map(value, value, value);
    }

    private static Jet number(Jet[] p, double value) {
        return p[0].map(value, 0, 0);
    }

    private static JetResiduals fit(int parameters, double[] x, double[] y, BiFunction<Jet[], Jet, Jet> model) {
        return new JetResiduals(parameters, y.length, p -> {
            List<Jet> residuals = new ArrayList<>();
            for (int i = 0; i < y.length; i++) {
                residuals.add(model.apply(p, number(p, x[i])).plus(-1, number(p, y[i])));
            }
            return residuals;
        });
    }

    /** p₀ / (1 + exp((p₁ − x) / p₂)). */
    private static Jet logistic(Jet[] p, Jet x) {
        Jet power = exp(p[1].plus(-1, x).dividedBy(p[2]));
        return p[0].dividedBy(power.plus(1, number(p, 1)));
    }

    private static JetResiduals densities() {
        double[] x = new double[DENSITY.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.log(CONCENTRATION[i / 2]);
        }
        return fit(3, x, DENSITY, FarStartsTest::logistic);
    }

    /** Absorption and elimination, the logarithms of both rates and of the clearance. */
    private static JetResiduals theophylline() {
        return fit(3, HOURS, THEOPHYLLINE, (p, t) -> {
            Jet out = exp(p[0]);
            Jet in = exp(p[1]);
            Jet left = exp(number(p, 0).plus(-1, out.times(t)))
                    .plus(-1, exp(number(p, 0).plus(-1, in.times(t))));
            Jet rate = number(p, 4.02).times(out).times(in);
            return rate.times(left).dividedBy(exp(p[2]).times(in.plus(-1, out)));
        });
    }

    /** Two decays, whose data are those of two nearly equal ones. */
    private static JetResiduals decays() {
        double[] x = new double[50];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 5 * i / 49.0;
            y[i] = Math.exp(-x[i]) + Math.exp(-1.1 * x[i]);
        }
        return fit(4, x, y, (p, t) -> {
            Jet first = p[0].times(exp(number(p, 0).plus(-1, p[1].times(t))));
            return first.plus(1, p[2].times(exp(number(p, 0).plus(-1, p[3].times(t)))));
        });
    }

    /** 5 + 2 √x and a ripple, at 1 … 1000, by p₀ + p₁ x^p₂. */
    private static JetResiduals power() {
        double[] x = new double[20];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * 3 / 19.0 * Math.log(10);
            y[i] = 5 + 2 * Math.exp(x[i] / 2) + 0.3 * Math.sin(7 * i);
        }
        return fit(3, x, y, (p, logarithm) -> p[0].plus(1, p[1].times(exp(p[2].times(logarithm)))));
    }

    private static void claimsNothingBut(double least, JetResiduals residuals, double[]... starts) {
        for (double[] start : starts) {
            for (VectorFunction function : List.of(residuals, residuals.first())) {
                for (LeastSquaresMethod method :
                        List.of(Minimizers.levenbergMarquardt(), Minimizers.leastSquaresDogleg())) {
                    LeastSquaresResult fit = method.minimize(function, start);
                    boolean lowest = fit.residualSumOfSquares() <= least * (1 + 1e-6);
                    assertThat(fit.converged()).as(fit.message()).isEqualTo(lowest);
                    assertThat(fit.message()).contains(lowest ? "Converged" : "Advice:");
                }
            }
        }
    }

    /** Towards p₁, p₂ → ∞, where only their ratio counts, it becomes a constant: Newton's step doubles or halves them. */
    @Test
    void growthThatBecomesAConstantIsNoMinimum() {
        claimsNothingBut(
                LEAST_DENSITY, densities(), new double[] {300, 0, 100}, new double[] {0.03, 0, 0.01}, new double[] {
                    0.7806932876121664, 0.37750050466559304, 6.777731347356565
                });
        claimsNothingBut(
                LEAST_WEIGHT,
                fit(3, DAYS, WEIGHTS, FarStartsTest::logistic),
                new double[] {92.6262311764823, 3.6972712425656566, 71.19266027865791},
                new double[] {155.04166796787527, 10.634463547972, 78.16925760412477},
                new double[] {73.71340370191945, 9.697577610500202, 41.88856781762242});
    }

    /** The derivative by a rate of e⁴⁴ is the rounding of terms that cancel, and looks as if it counted. */
    @Test
    void aRateTooFastForTheDataIsLost() {
        double[] start = {-23.23805082274959, 0.33249291945645604, -3.6177899109409966};
        LeastSquaresResult fit = Minimizers.levenbergMarquardt().minimize(theophylline(), start);
        assertThat(fit.status()).as(fit.message()).isEqualTo(Status.ROUNDING_FLOOR);
        assertThat(fit.message()).contains("parameter 1 went to", "Advice: start nearer");
    }

    @Test
    void aDecayThatEndsBeforeTheSecondDatumIsLost() {
        for (VectorFunction residuals : List.of(decays(), decays().first())) {
            LeastSquaresResult fit = Minimizers.levenbergMarquardt().minimize(residuals, 50, 50, 200, 200);
            assertThat(fit.status()).as(fit.message()).isEqualTo(Status.ROUNDING_FLOOR);
            assertThat(fit.message()).contains("parameter 1 went to");
        }
    }

    /** Columns were 10¹⁷ times as large at the start; beside that scale a power that matters used to look like rounding. */
    @Test
    void aScaleOfTheFirstColumnsDoesNotHideWhatIsLeft() {
        double[][] starts = {
            {-1.1089059640068157, 2.1940921154766295, 9.31257327719366},
            {0.5214500787387258, 0.6018936382409461, 5.929323112746523}
        };
        for (double[] start : starts) {
            for (VectorFunction residuals : List.of(power(), power().first())) {
                LeastSquaresResult fit = Minimizers.levenbergMarquardt().minimize(residuals, start);
                assertThat(fit.converged()).as(fit.message()).isTrue();
                assertThat(fit.point()[2]).as(fit.message()).isCloseTo(0.5, offset(0.02));
            }
        }
    }
}
