package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.ModelSum;
import org.cotangent.optim.model.SoftmaxCrossEntropy;
import org.cotangent.optim.model.SquaredError;
import org.cotangent.optim.model.TanhNetwork;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;

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

    @Test
    void aKilledRunEndsWithTheSameBits() throws IOException {
        HessianFree method =
                Trainers.hessianFree(Batches.shuffled(20, 3)).clock(() -> 0).maxIterations(25);
        Run<Result> whole = method.start(classes, start);
        Result expected = whole.finish();
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 20; k++) {
            Run<Result> run = method.start(classes, start);
            long steps = random.nextLong(27);
            for (long step = 0; step < steps; step++) {
                run.step();
            }
            Run<Result> resumed = method.resume(classes, new ByteArrayInputStream(saved(run)));
            assertThat(saved(resumed)).isEqualTo(saved(run));
            assertThat(resumed.finish().point()).containsExactly(expected.point());
            assertThat(saved(resumed)).isEqualTo(saved(whole));
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
