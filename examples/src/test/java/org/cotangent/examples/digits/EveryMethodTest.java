package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableSum;
import org.cotangent.examples.digits.RecognitionDerivatives.RegressionVariables;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.stochastic.Batches;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax regression has one minimum, known from other programs: every method finds it. */
class EveryMethodTest {

    /** digits8x8.json: by two independent programs that agree to these digits. */
    private static final double OF_ALL = 0.26186454721717;

    /** The same for rows 0 to 1296, and how many of the others are then read right. */
    private static final double OF_FIRST = 0.2357330530283;

    private static final int RIGHT = 458;

    private static final DigitImages ALL = DigitImages.all();
    private static final DigitImages FIRST = ALL.first(1297);
    private static final DigitImages OTHERS = ALL.from(1297);

    /**
     * Offsets are not penalized, so the least curvature may be below 1e-3: a natural gradient with a norm of
     * 1e-6 was seen 1.7e-9 above the minimum. What is left falls with the square of the gradient.
     */
    private static final double GRADIENT = 1e-7;

    private static final int VARIABLES = 650;

    /** A method on images. */
    @FunctionalInterface
    interface Method {
        Result learn(DigitImages images);
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                of("L-BFGS", Minimizers.lbfgs(10).tolerance(GRADIENT)),
                of("BFGS", Minimizers.bfgs().tolerance(GRADIENT)),
                of("conjugate gradients", Minimizers.conjugateGradients().tolerance(GRADIENT)),
                of("Newton-CG", Minimizers.newtonCg().tolerance(GRADIENT)),
                Arguments.of("trust region", (Method) EveryMethodTest::trustRegion),
                of("Steihaug's trust region", Minimizers.trustRegionSteihaug().tolerance(GRADIENT)),
                of("GLTR", Minimizers.trustRegionGltr().tolerance(GRADIENT)),
                Arguments.of("Hessian-free", (Method) EveryMethodTest::hessianFree),
                Arguments.of("natural gradient", (Method) EveryMethodTest::naturalGradient));
    }

    private static Arguments of(String name, Minimizer<? super TwiceDifferentiableFunction, Result> minimizer) {
        return Arguments.of(
                name, (Method) images -> minimizer.minimize(LearnDigits.misfit(images), new double[VARIABLES]));
    }

    /** Whole Hessians of 650 variables, ten of them: in two threads. */
    private static Result trustRegion(DigitImages images) {
        TwiceDifferentiableSum sum = FiniteSums.twiceOfMeans(
                images.digits().length, VARIABLES, batch -> LearnDigits.misfit(images.only(batch)));
        return Minimizers.trustRegion()
                .tolerance(GRADIENT)
                .minimize(FiniteSums.mean(sum, Summation.threads(2)), new double[VARIABLES]);
    }

    private static Result hessianFree(DigitImages images) {
        return Trainers.hessianFree(Batches.inGivenOrder(images.digits().length))
                .tolerance(GRADIENT)
                .minimize(new PenalizedRegression(images), new double[VARIABLES]);
    }

    private static Result naturalGradient(DigitImages images) {
        return Trainers.naturalGradient(Batches.inGivenOrder(images.digits().length), 1)
                .epochs(300)
                .tolerance(GRADIENT)
                .minimize(new PenalizedRegression(images), new double[VARIABLES])
                .result();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void findsTheMinimumOfAllImages(String name, Method method) {
        Result result = method.learn(ALL);
        assertThat(result.converged()).as(result.summary()).isTrue();
        assertThat(result.value()).isCloseTo(OF_ALL, within(1e-9));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void findsTheMinimumOfTheFirstImagesAndReadsTheOthers(String name, Method method) {
        Result result = method.learn(FIRST);
        assertThat(result.converged()).as(result.summary()).isTrue();
        assertThat(result.value()).isCloseTo(OF_FIRST, within(1e-9));
        assertThat(LearnDigits.right(OTHERS, RegressionVariables.unpack(result.point(), 10, 64, 10)))
                .isEqualTo(RIGHT);
    }
}
