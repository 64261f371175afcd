package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Newton-CG says of a point with many variables beyond its gradient, and what it spends on that. */
class NewtonCgCertificateTest {

    /** ½ xᵀAx − Σ xᵢ, A second differences plus a multiple of the unit matrix. */
    private static TwiceDifferentiableFunction string(int n, double shift) {
        return Functions.of(
                n,
                x -> {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += x[i] * (row(x, i, shift) / 2 - 1);
                    }
                    return sum;
                },
                (x, gradient) -> {
                    for (int i = 0; i < n; i++) {
                        gradient[i] = row(x, i, shift) - 1;
                    }
                },
                (x, v, product) -> {
                    for (int i = 0; i < n; i++) {
                        product[i] = row(v, i, shift);
                    }
                });
    }

    private static double row(double[] v, int i, double shift) {
        return (2 + shift) * v[i] - (i > 0 ? v[i - 1] : 0) - (i + 1 < v.length ? v[i + 1] : 0);
    }

    /** ½ gᵀA⁻¹g by elimination. */
    private static double gap(double[] gradient, double shift) {
        double pivot = 2 + shift;
        double carried = gradient[0];
        double sum = carried * carried / pivot;
        for (int i = 1; i < gradient.length; i++) {
            carried = gradient[i] + carried / pivot;
            pivot = 2 + shift - 1 / pivot;
            sum += carried * carried / pivot;
        }
        return sum / 2;
    }

    @ParameterizedTest
    @CsvSource({"50, 1", "400, 0.01", "5000, 1", "5000, 0.01"})
    void theGapIsRightAndCostsLessThanTheRun(int n, double shift) {
        long[] products = {0};
        Result result = Minimizers.newtonCg()
                .observer(iterate -> {
                    products[0] = iterate.counts().products();
                    return Observer.Decision.CONTINUE;
                })
                .minimize(string(n, shift), new double[n]);
        assertThat(result.converged()).as(result.message()).isTrue();
        double expected = gap(result.gradient(), shift);
        assertThat(result.certificate().gap().orElse(0)).isCloseTo(expected, within(1e-4 * expected));
        // Fifty of them look for negative curvature.
        assertThat(result.counts().products() - products[0]).isLessThanOrEqualTo(100 + 2 * products[0]);
    }
}
