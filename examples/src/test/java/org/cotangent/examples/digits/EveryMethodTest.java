package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.stochastic.Batches;
import org.cotangent.optim.stochastic.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax regression on all 1797 images has one minimum, known from other programs: every method finds it. */
class EveryMethodTest {

    /** digits8x8.json: by two independent programs that agree to these digits. */
    private static final double REFERENCE = 0.26186454721717;

    /**
     * Offsets are not penalized, so the least curvature may be below 1e-3: a natural gradient with a norm of
     * 1e-6 was seen 1.7e-9 above the minimum. What is left falls with the square of the gradient.
     */
    private static final double GRADIENT = 1e-7;

    private static final int VARIABLES = 650;

    private static final DigitImages IMAGES = DigitImages.all();
    private static final TwiceDifferentiableFunction LOSS = LearnDigits.misfit(IMAGES);

    static Stream<Arguments> methods() {
        return Stream.of(
                Arguments.of("L-BFGS", Minimizers.lbfgs(10).tolerance(GRADIENT)),
                Arguments.of("BFGS", Minimizers.bfgs().tolerance(GRADIENT)),
                Arguments.of(
                        "conjugate gradients", Minimizers.conjugateGradients().tolerance(GRADIENT)),
                Arguments.of("Newton-CG", Minimizers.newtonCg().tolerance(GRADIENT)),
                Arguments.of(
                        "Steihaug's trust region",
                        Minimizers.trustRegionSteihaug().tolerance(GRADIENT)),
                Arguments.of("GLTR", Minimizers.trustRegionGltr().tolerance(GRADIENT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void findsTheReference(String name, Minimizer<? super TwiceDifferentiableFunction, Result> method) {
        Result result = method.minimize(LOSS, new double[VARIABLES]);
        assertThat(result.status().converged()).as(result.summary()).isTrue();
        assertThat(result.value()).isCloseTo(REFERENCE, within(1e-9));
    }

    @Test
    void hessianFreeFindsTheReference() {
        Result result = Trainers.hessianFree(Batches.inGivenOrder(IMAGES.digits().length))
                .tolerance(GRADIENT)
                .minimize(new PenalizedRegression(IMAGES), new double[VARIABLES]);
        assertThat(result.status().converged()).as(result.summary()).isTrue();
        assertThat(result.value()).isCloseTo(REFERENCE, within(1e-9));
    }

    @Test
    void naturalGradientFindsTheReference() {
        TrainingResult result = Trainers.naturalGradient(Batches.inGivenOrder(IMAGES.digits().length), 1)
                .epochs(300)
                .tolerance(GRADIENT)
                .minimize(new PenalizedRegression(IMAGES), new double[VARIABLES]);
        assertThat(result.result().status().converged())
                .as(result.result().summary())
                .isTrue();
        assertThat(result.result().value()).isCloseTo(REFERENCE, within(1e-9));
    }
}
