package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableSum;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.SoftmaxCrossEntropy;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.stochastic.Batches;
import org.cotangent.optim.stochastic.ClipByNorm;
import org.cotangent.optim.stochastic.ClipByValue;
import org.cotangent.optim.stochastic.ExponentialAverage;
import org.cotangent.optim.stochastic.Group;
import org.cotangent.optim.stochastic.PerGroup;
import org.cotangent.optim.stochastic.Schedule;
import org.cotangent.optim.stochastic.Trainer;
import org.cotangent.optim.stochastic.TrainingResult;
import org.junit.jupiter.api.Test;

/** docs/learning.md as code: its snippets, on the digits that it speaks of. */
class LearningGuideTest {

    /** By independent programs, on rows 0 to 1296 of digits8x8. */
    private static final double MINIMUM = 0.2357330530283035;

    private final DigitImages images = DigitImages.all().first(1297);
    private final TwiceDifferentiableSum sum = FiniteSums.twiceOfMeans(images.digits().length, 650, batch -> {
        DigitImages some = images.only(batch);
        return RecognitionDerivatives.regression(10, 64, 10, some.pixels(), some.digits(), 1e-3);
    });

    @Test
    void theMeanIsMinimizedByDeterministicMethods() {
        TwiceDifferentiableFunction loss = FiniteSums.mean(sum, Summation.threads(2));
        Result result = Minimizers.lbfgs(10).minimize(loss, new double[650]);
        assertThat(result.converged()).as(result.summary()).isTrue();
        assertThat(result.value()).isCloseTo(MINIMUM, offset(1e-11));
    }

    @Test
    void adamLearnsFromBatches() {
        Trainer<FiniteSum> adam = Trainers.adam(Batches.shuffled(32, 1), 1e-2).epochs(20);
        TrainingResult result = adam.minimize(sum, new double[650]);
        assertThat(result.history().size()).isEqualTo(21);
        assertThat(result.value()).isBetween(MINIMUM, 1.05 * MINIMUM);
    }

    @Test
    void varianceReductionComesCloserThanPlainBatches() {
        double reduced = lateGap(Trainers.svrg(Batches.shuffled(32, 1), 1));
        double plain = lateGap(Trainers.sgd(Batches.shuffled(32, 1), 1));
        assertThat(reduced).isBetween(0.0, 0.2 * plain);
    }

    /** The mean over epochs 81 to 100. */
    private double lateGap(Trainer<FiniteSum> method) {
        double[] losses =
                method.epochs(100).minimize(sum, new double[650]).history().losses();
        double mean = 0;
        for (int epoch = 81; epoch <= 100; epoch++) {
            mean += (losses[epoch] - MINIMUM) / 20;
        }
        return mean;
    }

    @Test
    void partsCombine() {
        Trainer<FiniteSum> mine = Trainers.momentum(Batches.shuffled(64, 7), 0.1, 0.9)
                .schedule(Schedule.cosine(0.1, 2_000).warmUp(100))
                .first(new ClipByNorm(1))
                .then(PerGroup.only(Group.vector("offsets", 640, 10), new ClipByValue(0.1)))
                .averaging(new ExponentialAverage(0.99))
                .accumulate(2)
                .skipNonFinite(10)
                .summation(Summation.threads(2));
        TrainingResult result = mine.epochs(40).minimize(sum, new double[650]);
        assertThat(result.value()).isBetween(MINIMUM, 1.2 * MINIMUM);
        assertThat(result.skipped()).isZero();
    }

    @Test
    void networksAreTrainedBySecondOrder() {
        double[] start = new SplittableRandom(1).doubles(2410, -0.2, 0.2).toArray();
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(images.digits(), 10);
        DenseNetwork network = new DenseNetwork(images.pixels(), new int[] {32}, Activation.TANH, loss);
        Result trained =
                Trainers.hessianFree(Batches.shuffled(256, 1)).maxIterations(10).minimize(network, start);
        assertThat(trained.value()).isLessThan(0.5);
        double[] values = trained.history().values();
        assertThat(values[values.length - 1]).isLessThan(values[0] / 4);
    }
}
