package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
    private static final int REGRESSION = 650;
    private static final double MINIMUM = 0.26186454721717;
    private static final int BEGINNING = 30;

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

    private static Result minimised(TwiceDifferentiableFunction misfit, long evaluations) {
        return Minimizers.lbfgs(10)
                .tolerance(1e-7)
                .maxEvaluations(evaluations)
                .minimize(misfit, new double[REGRESSION]);
    }

    /**
     * Minimum 0.26186454721717256 by a damped Newton method and 0.261864547217173 by L-BFGS-B, both of
     * NumPy code written by hand.
     */
    @ParameterizedTest
    @EnumSource(
            value = Run.class,
            names = {"GENERATED", "COMPILED"})
    void regressionIsMinimisedToTheKnownMinimum(Run run) {
        TwiceDifferentiableFunction misfit = run.regression(DigitImages.all());
        assertThat(misfit.value(new double[REGRESSION])).isCloseTo(Math.log(10), within(1e-12));
        assertThat(minimised(misfit, 2000).value()).isCloseTo(MINIMUM, within(MINIMUM * 1e-10));
    }

    /** All the way to the minimum takes the interpreter twenty seconds; it goes there by the same bits. */
    @Test
    void interpretedRegressionTakesTheWayOfTheGeneratedOne() {
        TwiceDifferentiableFunction interpreted = Run.INTERPRETED.regression(DigitImages.all());
        TwiceDifferentiableFunction generated = Run.GENERATED.regression(DigitImages.all());
        Result begun = minimised(interpreted, BEGINNING);
        assertThat(begun.evaluations()).isEqualTo(BEGINNING);
        assertThat(begun.point())
                .containsExactly(minimised(generated, BEGINNING).point());
        double[] end = minimised(generated, 2000).point();
        double[] gradient = new double[REGRESSION];
        double[] expected = new double[REGRESSION];
        generated.valueAndGradient(end, expected);
        assertThat(interpreted.valueAndGradient(end, gradient)).isCloseTo(MINIMUM, within(MINIMUM * 1e-10));
        assertThat(gradient).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource(Run.class)
    void networkHasTheKnownDerivatives(Run run) {
        TwiceDifferentiableFunction loss = run.network(DigitImages.all().first(1297));
        double[] w = KnownNetwork.point();
        double[] gradient = new double[w.length];
        assertThat(loss.valueAndGradient(w, gradient)).isCloseTo(KnownNetwork.LOSS, within(2e-14));
        assertThat(KnownNetwork.at(gradient)).containsExactly(KnownNetwork.GRADIENT, within(1e-15));
        assertThat(KnownNetwork.norm(gradient)).isCloseTo(KnownNetwork.GRADIENT_NORM, KnownNetwork.ROUNDING);
        double[] direction = KnownNetwork.direction();
        double[] product = new double[w.length];
        loss.hessianVectorProduct(w, direction, product);
        assertThat(KnownNetwork.dot(product, direction)).isCloseTo(KnownNetwork.CURVATURE, within(3e-12));
        assertThat(KnownNetwork.norm(product)).isCloseTo(KnownNetwork.PRODUCT_NORM, within(2e-12));
        assertThat(KnownNetwork.at(product)).containsExactly(KnownNetwork.PRODUCT, KnownNetwork.ROUNDING);
    }

    @Test
    void generatedAndCompiledHaveTheInterpretersBits() {
        DigitImages images = DigitImages.all().first(50);
        double[] w = KnownNetwork.point();
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
