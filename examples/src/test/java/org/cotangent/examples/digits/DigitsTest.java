package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.models.DigitGraphs;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The models of digits against answers computed elsewhere, by other programs. */
class DigitsTest {

    private static final DigitGraphs GRAPHS = new DigitGraphs();

    /** How a function is run. */
    enum Run {
        INTERPRETED,
        GENERATED,
        COMPILED;

        TwiceDifferentiableFunction regression(DigitImages images) {
            return this == GENERATED
                    ? DigitDerivatives.regression(images.flat(), images.digits())
                    : function(GRAPHS.regression(), GRAPHS.regressionVariables(), images);
        }

        TwiceDifferentiableFunction network(DigitImages images) {
            return this == GENERATED
                    ? DigitDerivatives.network(images.flat(), images.digits())
                    : function(GRAPHS.network(), GRAPHS.networkVariables(), images);
        }

        private TwiceDifferentiableFunction function(Expr value, List<Arithmetic<?>> variables, DigitImages images) {
            Data[] data = {Data.of(GRAPHS.images(), images.pixels()), Data.of(GRAPHS.digits(), images.digits())};
            return this == COMPILED
                    ? Differentiation.compile(value, variables, data)
                    : Differentiation.of(value, variables, data);
        }
    }

    /**
     * Minimum 0.26186454721717256 by a damped Newton method and 0.261864547217173 by L-BFGS-B, both of
     * NumPy code written by hand.
     */
    @ParameterizedTest
    @EnumSource(Run.class)
    void regressionIsMinimisedToTheKnownMinimum(Run run) {
        TwiceDifferentiableFunction misfit = run.regression(DigitImages.all());
        assertThat(misfit.value(new double[650])).isCloseTo(Math.log(10), within(1e-12));
        Result result =
                Minimizers.lbfgs(10).tolerance(1e-7).maxEvaluations(2000).minimize(misfit, new double[650]);
        assertThat(result.value()).isCloseTo(0.26186454721717, within(0.26186454721717e-10));
    }

    private static double[] networkPoint() {
        double[] w = new double[2410];
        for (int k = 0; k < 2048; k++) {
            w[k] = 0.2 * Math.sin(1 + k);
        }
        for (int k = 0; k < 320; k++) {
            w[2080 + k] = 0.2 * Math.cos(1 + k);
        }
        return w;
    }

    private static final int[] AT = {18, 1000, 2047, 2050, 2080, 2399, 2400, 2409};

    private static double[] at(double[] vector) {
        return Arrays.stream(AT).mapToDouble(i -> vector[i]).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Sums of 1297 terms: a relative error of 1e-12 of the largest entries. */
    private static final Offset<Double> ROUNDING = within(1e-13);

    /** Loss, gradient (back-propagation confirmed by complex steps) and Hessian-vector product by NumPy. */
    @ParameterizedTest
    @EnumSource(Run.class)
    void networkHasTheKnownDerivatives(Run run) {
        TwiceDifferentiableFunction loss = run.network(DigitImages.all().first(1297));
        double[] w = networkPoint();
        double[] gradient = new double[w.length];
        assertThat(loss.valueAndGradient(w, gradient)).isCloseTo(2.330157086976951, within(2e-14));
        assertThat(at(gradient))
                .containsExactly(
                        new double[] {
                            0.0009533395475530811,
                            -9.810979312172542e-05,
                            -0.0007597765805995658,
                            0.010702732356504239,
                            -0.008709782015839707,
                            -0.022662313043881704,
                            -0.001555616515239841,
                            0.012711805917300277
                        },
                        within(1e-15));
        assertThat(Math.sqrt(dot(gradient, gradient))).isCloseTo(0.4779994749371599, ROUNDING);
        double[] direction = new double[w.length];
        Arrays.setAll(direction, k -> Math.sin(0.5 * k));
        double[] product = new double[w.length];
        loss.hessianVectorProduct(w, direction, product);
        assertThat(dot(product, direction)).isCloseTo(-3.285909741210313, within(3e-12));
        assertThat(Math.sqrt(dot(product, product))).isCloseTo(2.6572768377173865, within(2e-12));
        assertThat(at(product))
                .containsExactly(
                        new double[] {
                            -0.04455619138675805,
                            0.0002806337477135007,
                            -0.007285864773643745,
                            0.018107611027010074,
                            0.02103107408579576,
                            -0.0015896119894236941,
                            -0.05894122847761126,
                            -0.20321854630794672
                        },
                        ROUNDING);
    }

    @Test
    void generatedAndCompiledHaveTheInterpretersBits() {
        DigitImages images = DigitImages.all().first(50);
        double[] w = networkPoint();
        double[][] gradients = new double[Run.values().length][w.length];
        double[][] products = new double[Run.values().length][w.length];
        for (Run run : Run.values()) {
            TwiceDifferentiableFunction loss = run.network(images);
            loss.valueAndGradient(w, gradients[run.ordinal()]);
            loss.hessianVectorProduct(w, gradients[0], products[run.ordinal()]);
        }
        for (Run run : Run.values()) {
            assertThat(gradients[run.ordinal()]).as("%s", run).containsExactly(gradients[0]);
            assertThat(products[run.ordinal()]).as("%s", run).containsExactly(products[0]);
        }
    }
}
