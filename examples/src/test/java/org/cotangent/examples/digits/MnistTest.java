package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableSum;
import org.cotangent.examples.ReferenceData;
import org.cotangent.examples.digits.RecognitionDerivatives.RegressionVariables;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;

/** Softmax regression on images of 784 pixels, as a sum over examples in several threads. */
class MnistTest {

    private static final int PIXELS = 784;
    private static final int DIGITS = 10;
    private static final int DIMENSION = PIXELS * DIGITS + DIGITS;
    private static final int LEARNED_FROM = 8000;
    private static final double PENALTY = 1e-3;

    /** By Newton-CG and L-BFGS-B, independently, to 13 digits; and how many others are recognised. */
    private static final double MINIMUM = 0.27467257744159;

    private static final int RIGHT = 1811;

    private final DigitImages all = IdxImages.read(
            ReferenceData.file("sets/mnist10k/images-idx3-ubyte.gz"),
            ReferenceData.file("sets/mnist10k/labels-idx1-ubyte.gz"));
    private final DigitImages known = all.first(LEARNED_FROM);

    MnistTest() throws IOException {}

    private TwiceDifferentiableFunction loss(int threads) {
        TwiceDifferentiableSum sum = FiniteSums.twiceOfMeans(LEARNED_FROM, DIMENSION, batch -> {
            DigitImages some = known.only(batch);
            return RecognitionDerivatives.regression(DIGITS, PIXELS, DIGITS, some.pixels(), some.digits(), PENALTY);
        });
        return FiniteSums.mean(sum, Summation.threads(threads));
    }

    @Test
    void twoThreadsLearnToTheLastDigits() {
        Result result = Minimizers.lbfgs(10).tolerance(1e-6).minimize(loss(2), new double[DIMENSION]);
        assertThat(result.converged()).as(result.summary()).isTrue();
        assertThat(result.value()).isCloseTo(MINIMUM, offset(1e-9));
        RegressionVariables learned = RegressionVariables.unpack(result.point(), DIGITS, PIXELS, DIGITS);
        assertThat(LearnDigits.right(all.from(LEARNED_FROM), learned)).isEqualTo(RIGHT);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        double[] x = new SplittableRandom(1).doubles(DIMENSION, -0.1, 0.1).toArray();
        double[] expected = new double[DIMENSION];
        double[] product = new double[DIMENSION];
        double value = loss(1).valueAndGradient(x, expected);
        loss(1).hessianVectorProduct(x, expected, product);
        for (int threads : new int[] {2, 8}) {
            double[] found = new double[DIMENSION];
            assertThat(loss(threads).valueAndGradient(x, found)).isEqualTo(value);
            assertThat(Arrays.equals(found, expected)).isTrue();
            loss(threads).hessianVectorProduct(x, expected, found);
            assertThat(Arrays.equals(found, product)).isTrue();
        }
    }
}
