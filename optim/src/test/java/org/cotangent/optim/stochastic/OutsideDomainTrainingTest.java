package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.OutsideDomainException;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableSum;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.OutputLoss;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Points where an example has no value end a run or are stepped back from; its exception does not leave the run. */
class OutsideDomainTrainingTest {

    private static final int SIZE = 8;
    private static final Batches SOME = Batches.inGivenOrder(4);
    private static final String SAID = "expected > 0";

    private static double inside(double x) {
        if (x <= 0) {
            throw new OutsideDomainException("x is " + x + ", " + SAID);
        }
        return x;
    }

    /** w x - log x: its minimum is 1 / w. */
    private record Barrier(double w) implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] x) {
            return w * inside(x[0]) - Math.log(x[0]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradient[0] = w - 1 / inside(x[0]);
            return value(x);
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            product[0] = v[0] / (inside(x[0]) * x[0]);
        }
    }

    private static TwiceDifferentiableSum barriers() {
        return FiniteSums.twiceOf(
                IntStream.range(0, SIZE).mapToObj(i -> new Barrier(1 + i)).toList());
    }

    private static final Map<String, Trainer<? super TwiceDifferentiableSum>> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put("full gradient", Trainers.fullGradient(5));
        METHODS.put("batches", Trainers.sgd(SOME, 5));
        METHODS.put("adam", Trainers.adam(SOME, 5));
        METHODS.put("svrg", Trainers.svrg(SOME, 5));
        METHODS.put("sharpness", Trainers.sharpnessAware(SOME, 5, 0.1));
        METHODS.put("curvature", Trainers.adaHessian(SOME, 100, 1));
        METHODS.put(
                "single gradients",
                Trainer.of(new MiniBatch(SOME), Schedule.constant(100), List.of(new EmpiricalNaturalGradient(1))));
    }

    static Stream<String> names() {
        return METHODS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void updatesOutOfTheDomainEndTheRunWithWhatTheFunctionSaid(String name) {
        for (int threads = 1; threads <= 2; threads++) {
            TrainingResult result = METHODS.get(name)
                    .summation(Summation.threads(threads).chunk(1))
                    .minimize(barriers(), 20);
            assertThat(result.status()).as(result.message()).isEqualTo(Status.DIVERGED);
            assertThat(result.message()).contains(SAID);
            assertThat(result.point()[0]).isPositive();
            assertThat(result.value()).isFinite();
        }
    }

    @Test
    void updatesOutOfTheDomainAreSkippedWhereThatIsAllowed() {
        TrainingResult result =
                Trainers.sgd(SOME, 5).skipNonFinite(3).measureEvery(9).minimize(barriers(), 20);
        assertThat(result.skipped()).isEqualTo(3);
        assertThat(result.message()).contains("3 updates skipped in a row").contains(SAID);
    }

    @Test
    void startsOutsideTellWhatTheFunctionSaid() {
        TrainingResult result = Trainers.sgd(SOME, 0.01).minimize(barriers(), -1);
        assertThat(result.status()).isEqualTo(Status.NON_FINITE_START);
        assertThat(result.message()).contains("no value there: x is -1.0, " + SAID);
    }

    /** z - log z of one output. */
    private record BarrierLoss(int size) implements OutputLoss {

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public double valueAndGradient(int example, double[] z, double[] gradient) {
            gradient[0] = 1 - 1 / inside(z[0]);
            return z[0] - Math.log(z[0]);
        }

        @Override
        public void hessianProduct(int example, double[] z, double[] v, double[] product) {
            product[0] = v[0] / (inside(z[0]) * z[0]);
        }

        @Override
        public double[][] fisherFactors(int example, double[] z) {
            return new double[][] {{1 / inside(z[0])}};
        }
    }

    /** One output, an offset alone: from 30, Newton's step leads to -840. */
    @Test
    void methodsThatTestTheirStepsTakeShorterOnes() {
        DenseNetwork offset =
                new DenseNetwork(new double[SIZE][1], new int[0], Activation.IDENTITY, new BarrierLoss(SIZE));
        TrainingResult kfac = Trainers.kfac(Batches.inGivenOrder(SIZE), 1e-6).minimize(offset, 0, 30);
        assertThat(kfac.point()[1]).as(kfac.message()).isCloseTo(1, offset(1e-6));
        double[] free = Trainers.hessianFree(Batches.inGivenOrder(SIZE))
                .damping(1e-6)
                .minimize(offset, 0, 30)
                .point();
        assertThat(free[1]).isCloseTo(1, offset(1e-6));
    }
}
