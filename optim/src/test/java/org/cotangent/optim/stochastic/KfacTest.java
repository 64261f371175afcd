package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.model.SoftmaxCrossEntropy;
import org.cotangent.optim.model.SquaredError;
import org.cotangent.optim.model.TanhNetwork;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KfacTest {

    private static final int SIZE = 60;
    private static final Batches SOME = Batches.shuffled(16, 2);

    private final double[][] inputs = TanhNetwork.inputs(SIZE, 3, 8);
    private final DenseNetwork network = new DenseNetwork(
            inputs,
            new int[] {6, 5},
            Activation.TANH,
            new SoftmaxCrossEntropy(IntStream.range(0, SIZE).map(i -> i % 3).toArray(), 3));
    private final double[] start =
            new SplittableRandom(4).doubles(network.dimension(), -1, 1).toArray();

    /**
     * For one layer with squared errors the Fisher matrix is the Kronecker product, mean of ā āᵀ times the unit
     * matrix, so that one step without damping solves the linear regression.
     */
    @Test
    void linearRegressionTakesOneStep() {
        double[][] targets = TanhNetwork.inputs(SIZE, 2, 3);
        DenseNetwork linear = new DenseNetwork(inputs, new int[0], Activation.IDENTITY, new SquaredError(targets));
        TrainingResult result = Trainers.kfac(Batches.inGivenOrder(SIZE), 1e-14)
                .tolerance(0)
                .epochs(1)
                .minimize(linear, new double[8]);
        double first = result.history().row(0).gradientNorm();
        // Damping enters the factors by its root, 1e-7.
        assertThat(result.result().gradientNorm()).isLessThan(1e-6 * first);
    }

    /** The step is the best multiple in the exact quadratic, so its slope there is 0 along step and momentum. */
    @Test
    void theFirstStepMinimizesTheQuadraticAlongItself() {
        int[] all = IntStream.range(0, SIZE).toArray();
        double damping = 0.1;
        double[] moved = Trainers.kfac(Batches.inGivenOrder(SIZE), damping)
                .epochs(1)
                .minimize(network, start)
                .lastPoint();
        double[] step = new double[start.length];
        Vectors.sum(moved, -1, start, step);
        double[] g = new double[start.length];
        network.valueAndGradient(start, all, g);
        double[] image = new double[start.length];
        network.fisherProduct(start, all, step, image);
        double slope = Vectors.dot(g, step) / SIZE;
        double curvature = Vectors.dot(image, step) / SIZE + damping * Vectors.dot(step, step);
        assertThat(slope).isNegative();
        assertThat(slope + curvature).isCloseTo(0, offset(1e-12));
    }

    /** Labels without pattern: where each start leads is a matter of luck, so four of them, added up. */
    @Test
    void networksLearnInFewerUpdatesThanByMomentum() {
        double kfac = 0;
        double momentum = 0;
        for (long seed = 4; seed < 8; seed++) {
            double[] from = new SplittableRandom(seed)
                    .doubles(network.dimension(), -1, 1)
                    .toArray();
            kfac += Trainers.kfac(Batches.inGivenOrder(SIZE), 0.1)
                    .epochs(200)
                    .minimize(network, from)
                    .value();
            double best = Double.POSITIVE_INFINITY;
            for (double rate : new double[] {0.1, 0.3, 1}) {
                best = Math.min(
                        best,
                        Trainers.momentum(Batches.inGivenOrder(SIZE), rate, 0.9)
                                .epochs(1000)
                                .minimize(network, from)
                                .value());
            }
            momentum += best;
        }
        assertThat(kfac).isLessThan(momentum / 2);
    }

    private static Map<String, Trainer<LayeredModel>> methods() {
        Map<String, Trainer<LayeredModel>> methods = new LinkedHashMap<>();
        methods.put("k-fac", Trainers.kfac(SOME, 0.3));
        methods.put("k-fac with shares", Trainers.kfac(SOME, 0.3, 0.5));
        methods.put("natural gradient", with(new NaturalGradient(0.01, 10, 0.01)));
        methods.put("with the matrix", with(new DenseNaturalGradient(0.1)));
        methods.put("from single gradients", with(new EmpiricalNaturalGradient(0.1)));
        return methods;
    }

    private static Trainer<LayeredModel> with(Transformation<? super LayeredModel> transformation) {
        return Trainer.of(new MiniBatch(SOME), Schedule.constant(0.5), List.of(new Momentum(0.3), transformation));
    }

    static Stream<String> names() {
        return methods().keySet().stream();
    }

    private static Trainer<LayeredModel> method(String name, int threads) {
        return methods()
                .get(name)
                .clock(() -> 0)
                .tolerance(0)
                .measureEvery(3)
                .maxIterations(12)
                .summation(Summation.threads(threads).chunk(5));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aKilledRunEndsWithTheSameBits(String name) throws IOException {
        Run<TrainingResult> whole = method(name, 1).start(network, start);
        TrainingResult expected = whole.finish();
        SplittableRandom random = new SplittableRandom(6);
        for (int k = 0; k < 20; k++) {
            Run<TrainingResult> run = method(name, 1).start(network, start);
            long steps = random.nextLong(14);
            for (long step = 0; step < steps; step++) {
                run.step();
            }
            Run<TrainingResult> resumed = method(name, 2).resume(network, new ByteArrayInputStream(saved(run)));
            assertThat(saved(resumed)).isEqualTo(saved(run));
            assertThat(resumed.finish().lastPoint()).containsExactly(expected.lastPoint());
            assertThat(saved(resumed)).isEqualTo(saved(whole));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRunWhoseCallsEndedGoesOnWithinTheUpdate(String name) throws IOException {
        double[] expected = method(name, 1).minimize(network, start).lastPoint();
        for (long limit = 3; limit < 40; limit++) {
            Run<TrainingResult> stopped =
                    method(name, 1).budget(Budget.DEFAULT.withCalls(limit)).start(network, start);
            assertThat(stopped.finish().status()).isEqualTo(Status.EVALUATION_LIMIT);
            TrainingResult result = method(name, 1)
                    .resume(network, new ByteArrayInputStream(saved(stopped)))
                    .finish();
            assertThat(result.lastPoint()).as("after %d calls", limit).containsExactly(expected);
        }
    }

    private static byte[] saved(Run<?> run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run.save(out);
        return out.toByteArray();
    }

    /** A step by which it would rise is tried again with more damping: with far too little of it, too. */
    @Test
    void theLossOfTheBatchFallsInEveryUpdate() {
        double[] losses = Trainers.kfac(Batches.inGivenOrder(SIZE), 1e-9, 0.5)
                .epochs(60)
                .minimize(network.penalty(1e-3), start)
                .history()
                .losses();
        for (int k = 1; k < losses.length; k++) {
            assertThat(losses[k]).isLessThan(losses[k - 1]);
        }
        assertThat(losses).hasSize(61);
    }

    /** The minimum of a convex loss, which L-BFGS finds by gradients alone. */
    @Test
    void softmaxRegressionEndsAtItsMinimum() {
        DenseNetwork regression = new DenseNetwork(
                        inputs,
                        new int[0],
                        Activation.IDENTITY,
                        new SoftmaxCrossEntropy(
                                IntStream.range(0, SIZE).map(i -> i % 3).toArray(), 3))
                .penalty(0.01);
        double[] zeros = new double[regression.dimension()];
        TrainingResult found = Trainers.kfac(Batches.inGivenOrder(SIZE), 0.01)
                .tolerance(1e-9)
                .epochs(300)
                .minimize(regression, zeros);
        Result expected = Minimizers.lbfgs(10)
                .tolerance(1e-11)
                .minimize(FiniteSums.mean((LayeredModel) regression, Summation.sequential()), zeros);
        assertThat(found.result().status()).as(found.result().summary()).isEqualTo(Status.CONVERGED);
        // The norm of the gradient over the least curvature, 0.01 of the penalty.
        assertThat(found.result().point()).containsExactly(expected.point(), offset(1e-6));
    }

    @Test
    void sharesAreBetweenNothingAndAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainers.kfac(SOME, 0.1, 0))
                .withMessageContaining("share is 0.0, expected above 0 and at most 1");
    }

    @Test
    void dampingHasToBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainers.kfac(SOME, 0))
                .withMessageContaining("damping is 0.0");
    }
}
