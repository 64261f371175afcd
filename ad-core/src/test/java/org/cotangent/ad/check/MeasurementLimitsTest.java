package org.cotangent.ad.check;

import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.VectorFunction;
import org.junit.jupiter.api.Test;

/** Right derivatives that differences can hardly see, or see another of. */
class MeasurementLimitsTest {

    /**
     * A peak as in Osborne's second problem: the derivative is 7e-14, the value 0.5, and steps of 1 cross
     * the peak. They are tried as the other value is known so badly.
     */
    @Test
    void longStepsAcrossAPeakProveNothing() {
        double width = 9.533197971883293;
        double height = 0.7828019138156025;
        VectorFunction peak = Functions.of(
                1,
                2,
                (x, y) -> {
                    y[0] = 0.5 - height * Math.exp(-(4.9 - x[0]) * (4.9 - x[0]) * width);
                    y[1] = 1e12 + Math.sin(x[0]);
                },
                (x, jacobian) -> {
                    double distance = 4.9 - x[0];
                    jacobian[0] = -2 * height * distance * width * Math.exp(-distance * distance * width);
                    jacobian[1] = Math.cos(x[0]);
                });
        DerivativeCheck.of(peak).at(6.778085054086008).orThrowIfWrong();
    }

    @Test
    void slopesOfValuesThatCancelToZeroAreSeen() {
        double[] x = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
        for (double factor : new double[] {1, 1e-200, 1e200}) {
            DifferentiableFunction mean = Functions.of(
                    x.length,
                    at -> Arrays.stream(at).map(xi -> (2 * xi - 1) / 9).sum() * factor,
                    (at, gradient) -> Arrays.fill(gradient, 2.0 / 9 * factor));
            DifferentiableFunction loop = Functions.of(
                    x.length, at -> plainSum(at) * factor, (at, gradient) -> Arrays.fill(gradient, 2.0 / 9 * factor));
            DerivativeCheck.of(mean).at(x).orThrow();
            DerivativeCheck.of(loop).at(x).orThrow();
        }
    }

    private static double plainSum(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += (2 * xi - 1) / 9;
        }
        return sum;
    }

    /** Near 0, which has no size of its own, the function is another one within 1e-9 than beyond. */
    @Test
    void aSlopeThatOnlyTheShortestStepsSeeIsNotCalledWrong() {
        double width = 2e-10;
        DifferentiableFunction bend = Functions.of(
                1,
                x -> x[0] / width + Math.pow(x[0] / width, 2) + 0.3 * Math.sin(x[0] / width),
                (x, gradient) -> gradient[0] = (1 + 2 * x[0] / width + 0.3 * Math.cos(x[0] / width)) / width);
        DerivativeCheck.of(bend).at(0).orThrowIfWrong();
    }
}
