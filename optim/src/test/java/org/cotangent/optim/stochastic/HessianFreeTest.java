package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.ModelSum;
import org.cotangent.optim.model.SoftmaxCrossEntropy;
import org.cotangent.optim.model.SquaredError;
import org.cotangent.optim.model.TanhNetwork;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HessianFreeTest {

    private static final int SIZE = 60;

    private final ModelSum classes = new ModelSum(
            TanhNetwork.of(TanhNetwork.inputs(SIZE, 3, 8), 5, 3),
            new SoftmaxCrossEntropy(IntStream.range(0, SIZE).map(i -> i % 3).toArray(), 3));
    private final double[] start =
            new SplittableRandom(4).doubles(classes.dimension(), -1, 1).toArray();

    /** a exp(−b t) with errors of alternating sign. */
    private static ModelSum decay() {
        List<VectorFunction> model = new ArrayList<>();
        double[][] targets = new double[20][1];
        for (int i = 0; i < 20; i++) {
            double t = i / 5.0;
            targets[i][0] = 3 * Math.exp(-0.7 * t) + (i % 2 == 0 ? 0.05 : -0.05);
            model.add(Functions.of(2, 1, (p, y) -> y[0] = p[0] * Math.exp(-p[1] * t), (p, jacobian) -> {
                jacobian[0] = Math.exp(-p[1] * t);
                jacobian[1] = -t * p[0] * Math.exp(-p[1] * t);
            }));
        }
        return new ModelSum(model, new SquaredError(targets));
    }

    @Test
    void curvesAreFittedToTheMinimumOfOtherMethods() {
        ModelSum sum = decay();
        Result result =
                Trainers.hessianFree(Batches.inGivenOrder(20)).tolerance(1e-9).minimize(sum, 1, 1);
        Result expected =
                Minimizers.bfgs().tolerance(1e-11).minimize(FiniteSums.mean(sum, Summation.sequential()), 1, 1);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.CONVERGED);
        assertThat(result.point()).containsExactly(expected.point(), offset(1e-8));
        assertThat(result.iterations()).isLessThan(60);
    }

    @Test
    void theLossFallsInEveryStep() {
        Result result =
                Trainers.hessianFree(Batches.shuffled(20, 3)).maxIterations(40).minimize(classes, start);
        double[] values = result.history().values();
        for (int k = 1; k < values.length; k++) {
            assertThat(values[k]).isLessThan(values[k - 1]);
        }
        assertThat(result.counts().products()).isPositive();
    }

    /** What a network can learn of labels without any pattern: more than gradient steps find in ten times the passes. */
    @Test
    void networksLearnWhatGradientsDoNot() {
        Result result = Trainers.hessianFree(Batches.inGivenOrder(SIZE))
                .maxIterations(100)
                .minimize(classes, start);
        long passes = result.counts().calls();
        double best = Double.POSITIVE_INFINITY;
        for (double rate : new double[] {0.3, 1, 3}) {
            best = Math.min(
                    best,
                    Trainers.momentum(Batches.inGivenOrder(SIZE), rate, 0.9)
                            .epochs(passes)
                            .minimize(classes, start)
                            .value());
        }
        assertThat(result.value()).isLessThan(best);
    }

    @Test
    void threadsChangeNoBit() {
        HessianFree method = Trainers.hessianFree(Batches.shuffled(30, 3)).maxIterations(5);
        double[] expected = method.summation(Summation.sequential().chunk(7))
                .minimize(classes, start)
                .point();
        assertThat(method.summation(Summation.threads(3).chunk(7))
                        .minimize(classes, start)
                        .point())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource(Preconditioning.class)
    void aKilledRunEndsWithTheSameBits(Preconditioning preconditioning) throws IOException {
        HessianFree method = Trainers.hessianFree(Batches.shuffled(20, 3))
                .preconditioning(preconditioning)
                .clock(() -> 0)
                .maxIterations(25);
        Run<Result> whole = method.start(network(), start);
        Result expected = whole.finish();
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 20; k++) {
            Run<Result> run = method.start(network(), start);
            long steps = random.nextLong(27);
            for (long step = 0; step < steps; step++) {
                run.step();
            }
            Run<Result> resumed = method.resume(network(), new ByteArrayInputStream(saved(run)));
            assertThat(saved(resumed)).isEqualTo(saved(run));
            assertThat(resumed.finish().point()).containsExactly(expected.point());
            assertThat(saved(resumed)).isEqualTo(saved(whole));
        }
    }

    /** Wherever calls end within a step, it is begun again. */
    @Test
    void aRunWhoseCallsEndedGoesOnAsIfTheyHadNot() throws IOException {
        HessianFree method =
                Trainers.hessianFree(Batches.shuffled(20, 3)).clock(() -> 0).maxIterations(8);
        double[] expected = method.minimize(network(), start).point();
        for (long limit = 2; limit < 40; limit++) {
            Run<Result> stopped = method.budget(Budget.DEFAULT.withCalls(limit)).start(network(), start);
            stopped.finish();
            Result resumed = method.budget(Budget.DEFAULT.withIterations(8))
                    .resume(network(), new ByteArrayInputStream(saved(stopped)))
                    .finish();
            assertThat(resumed.point()).as("after %d calls", limit).containsExactly(expected);
        }
    }

    private static byte[] saved(Run<?> run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run.save(out);
        return out.toByteArray();
    }

    @Test
    void aWrongGradientEndsTheRunWithAdvice() {
        List<VectorFunction> model =
                List.of(Functions.of(1, 1, (p, y) -> y[0] = p[0], (p, jacobian) -> jacobian[0] = -1));
        ModelSum wrong = new ModelSum(model, new SquaredError(new double[][] {{1}}));
        Result result = Trainers.hessianFree(Batches.inGivenOrder(1)).minimize(wrong, 5);
        assertThat(result.status()).isEqualTo(Status.LINE_SEARCH_FAILED);
        assertThat(result.message()).contains("no fall along the step", "Advice: check the derivatives");
        assertThat(result.point()).containsExactly(5);
    }

    /** Units that are far out: more damping finds the way, where a first solve has no step at all. */
    @Test
    void aHessianThatCurvesDownAtOnceIsNoRoundingFloor() {
        double[][] inputs = TanhNetwork.inputs(SIZE, 3, 8);
        Arrays.stream(inputs).forEach(row -> Arrays.setAll(row, j -> 1e4 * row[j]));
        DenseNetwork large = new DenseNetwork(
                inputs,
                new int[] {5},
                Activation.TANH,
                new SoftmaxCrossEntropy(IntStream.range(0, SIZE).map(i -> i % 3).toArray(), 3));
        Result result = Trainers.hessianFree(Batches.inGivenOrder(SIZE))
                .curvature(Curvature.HESSIAN)
                .maxIterations(20)
                .minimize(large, start);
        assertThat(result.iterations()).as(result.message()).isEqualTo(20);
        assertThat(result.value()).isLessThan(result.history().values()[0]);
    }

    /** With an offset, as raw data often are; a first step of the size of the gradient is far too long then. */
    @ParameterizedTest
    @ValueSource(doubles = {1e4, 1e5})
    void inputsOfAnySizeAreLearnedFrom(double size) {
        double[][] inputs = TanhNetwork.inputs(SIZE, 3, 8);
        Arrays.stream(inputs).forEach(row -> Arrays.setAll(row, j -> size * (10 + row[j])));
        DenseNetwork large = new DenseNetwork(
                inputs,
                new int[] {5},
                Activation.IDENTITY,
                new SoftmaxCrossEntropy(IntStream.range(0, SIZE).map(i -> i % 3).toArray(), 3));
        Result result = Trainers.hessianFree(Batches.inGivenOrder(SIZE))
                .maxIterations(20)
                .minimize(large, large.start(1));
        assertThat(result.status()).as(result.message()).isEqualTo(Status.ITERATION_LIMIT);
        assertThat(result.message()).contains("if inputs are far from size 1, scale them");
        assertThat(result.value()).isLessThan(0.5 * result.history().values()[0]);
    }

    /** Labels that the network learns by heart: log Σ exp zₖ and z of the label are equal but for a few last bits. */
    @Test
    void aLossThatIsADifferenceOfLargeNumbersEndsAtTheRoundingFloor() {
        DenseNetwork easy = new DenseNetwork(
                TanhNetwork.inputs(30, 4, 8),
                new int[] {10},
                Activation.TANH,
                new SoftmaxCrossEntropy(IntStream.range(0, 30).map(i -> i % 2).toArray(), 2));
        Result result = Trainers.hessianFree(Batches.inGivenOrder(30))
                .tolerance(0)
                .maxIterations(3000)
                .minimize(easy, easy.start(1));
        assertThat(result.status()).as(result.message()).isEqualTo(Status.ROUNDING_FLOOR);
        assertThat(result.value()).isLessThan(1e-12);
    }

    /** More units than examples: residuals fall to the rounding error of the outputs, and so their squares far below. */
    @Test
    void squaresOfRoundingErrorsEndAtTheRoundingFloor() {
        double[][] inputs = TanhNetwork.inputs(12, 3, 8);
        DenseNetwork large = new DenseNetwork(
                inputs, new int[] {20}, Activation.TANH, new SquaredError(TanhNetwork.inputs(12, 2, 9)));
        Result result = Trainers.hessianFree(Batches.inGivenOrder(12))
                .tolerance(0)
                .maxIterations(3000)
                .minimize(large, large.start(1));
        assertThat(result.status()).as(result.message()).isEqualTo(Status.ROUNDING_FLOOR);
        assertThat(result.value()).isLessThan(1e-24);
    }

    @Test
    void aStartWhereUnitsAreAlikeIsCalledStationary() {
        Result result = Trainers.hessianFree(Batches.inGivenOrder(SIZE))
                .minimize(network(), new double[network().dimension()]);
        assertThat(result.message()).contains("perhaps a saddle: start from small random numbers");
    }

    @Test
    void curvatureThatOverflowsEndsTheRunWithAdvice() {
        Result result = Trainers.hessianFree(Batches.inGivenOrder(SIZE)).minimize(overflowing(), start);
        assertThat(result.status()).isEqualTo(Status.LINE_SEARCH_FAILED);
        assertThat(result.message()).contains("no step, as the curvature along the gradient is negative or not finite");
        TrainingResult kfac =
                Trainers.kfac(Batches.inGivenOrder(SIZE), 0.01).epochs(20).minimize(overflowing(), start);
        assertThat(kfac.status()).as(kfac.message()).isEqualTo(Status.DIVERGED);
    }

    private DenseNetwork overflowing() {
        double[][] inputs = TanhNetwork.inputs(SIZE, 3, 8);
        Arrays.stream(inputs).forEach(row -> Arrays.setAll(row, j -> 1e155 * row[j]));
        return new DenseNetwork(
                inputs,
                new int[] {5},
                Activation.TANH,
                new SoftmaxCrossEntropy(IntStream.range(0, SIZE).map(i -> i % 3).toArray(), 3));
    }

    private DenseNetwork network() {
        return new DenseNetwork(
                TanhNetwork.inputs(SIZE, 3, 8),
                new int[] {5},
                Activation.TANH,
                new SoftmaxCrossEntropy(IntStream.range(0, SIZE).map(i -> i % 3).toArray(), 3));
    }

    /** Where a loss remains the Gauss-Newton matrix is not the Hessian: to the minimum in fewer steps by the latter. */
    @Test
    void theHessianFinishesWhatGaussNewtonStarts() {
        DenseNetwork penalized = network().penalty(1e-2);
        double[] near = Trainers.hessianFree(Batches.inGivenOrder(SIZE))
                .maxIterations(100)
                .minimize(penalized, start)
                .point();
        HessianFree method =
                Trainers.hessianFree(Batches.inGivenOrder(SIZE)).tolerance(1e-9).maxIterations(300);
        Result hessian = method.curvature(Curvature.HESSIAN).minimize(penalized, near);
        Result gaussNewton = method.minimize(penalized, near);
        assertThat(hessian.status()).as(hessian.message()).isEqualTo(Status.CONVERGED);
        assertThat(hessian.iterations()).isLessThan(gaussNewton.iterations());
    }

    /** Near the saddle at zero, where all units are the same. */
    @Test
    void whereTheHessianCurvesDownStepsAreDampedUntilTheyFall() {
        DenseNetwork penalized = network().penalty(1e-2);
        double[] flat = new double[penalized.dimension()];
        flat[0] = 1e-3;
        Result result = Trainers.hessianFree(Batches.inGivenOrder(SIZE))
                .curvature(Curvature.HESSIAN)
                .maxIterations(30)
                .minimize(penalized, flat);
        double[] values = result.history().values();
        for (int k = 1; k < values.length; k++) {
            assertThat(values[k]).isLessThanOrEqualTo(values[k - 1]);
        }
    }

    /** Linear regression on inputs that hardly differ: Kronecker factors of its one layer are the whole truth. */
    @Test
    void layersNeedFewerProductsThanTheDiagonalAndNothing() {
        HessianFree method =
                Trainers.hessianFree(Batches.inGivenOrder(SIZE)).tolerance(1e-8).maxIterations(500);
        long layers = products(method.preconditioning(Preconditioning.LAYERS));
        assertThat(layers).isLessThan(products(method.preconditioning(Preconditioning.DIAGONAL)));
        assertThat(layers).isLessThan(products(method.preconditioning(Preconditioning.NONE)));
        assertThat(products(method)).isEqualTo(layers);
    }

    private static long products(HessianFree method) {
        double[][] inputs = TanhNetwork.inputs(SIZE, 8, 8);
        Arrays.stream(inputs).forEach(row -> Arrays.setAll(row, j -> j == 0 ? row[0] : row[0] + 0.1 * row[j]));
        DenseNetwork linear = new DenseNetwork(
                inputs, new int[0], Activation.IDENTITY, new SquaredError(TanhNetwork.inputs(SIZE, 2, 9)));
        Result result = method.minimize(linear, new double[linear.dimension()]);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.CONVERGED);
        return result.counts().products();
    }

    @Test
    void whatTheSumDoesNotOfferIsRefused() {
        HessianFree method = Trainers.hessianFree(Batches.inGivenOrder(SIZE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.preconditioning(Preconditioning.LAYERS).minimize(classes, start))
                .withMessageContaining("no LayeredModel but a ModelSum; expected BEST, DIAGONAL or NONE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.curvature(Curvature.HESSIAN).minimize(classes, start))
                .withMessageContaining("curvature is HESSIAN for a sum without one, ModelSum");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainers.hessianFree(Batches.shuffled(10, 1)).damping(0))
                .withMessageContaining("damping is 0.0, expected a positive finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainers.hessianFree(Batches.shuffled(10, 1)).products(0))
                .withMessageContaining("products is 0");
    }
}
