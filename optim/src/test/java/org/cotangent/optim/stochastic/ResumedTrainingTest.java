package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableSum;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was killed and resumed, in other threads, ends with the bits of one that was not. */
class ResumedTrainingTest {

    private static final long SEED = 21;
    private static final int KILLS = 20;
    private static final int ITERATIONS = 30;
    private static final Batches SOME = Batches.shuffled(7, 4);
    private static final Group MATRIX = new Group("matrix", 0, 2, 2);
    private static final Group VECTOR = Group.vector("vector", 4, 2);

    private final TwiceDifferentiableSum examples = LinearExamples.random(40, 6, 0.1, 9);
    private final double[] start = {1, -1, 1, -1, 1, 0.5};

    private static Map<String, Trainer<? super TwiceDifferentiableSum>> methods() {
        Map<String, Trainer<? super TwiceDifferentiableSum>> methods = new LinkedHashMap<>();
        methods.put("full gradient", Trainers.fullGradient(0.1));
        methods.put("sgd", Trainers.sgd(SOME, 0.05));
        methods.put("with replacement", Trainers.sgd(Batches.withReplacement(7, 4), 0.05));
        methods.put("in given order", Trainers.sgd(Batches.inGivenOrder(7), 0.05));
        methods.put("momentum", Trainers.momentum(SOME, 0.05, 0.9));
        methods.put("nesterov", Trainers.nesterov(SOME, 0.05, 0.9));
        methods.put("adagrad", Trainers.adagrad(SOME, 0.05));
        methods.put("rmsprop", Trainers.rmsProp(SOME, 0.01));
        methods.put("adam", Trainers.adam(SOME, 0.01));
        methods.put("adamw", Trainers.adamW(SOME, 0.01, 0.1));
        methods.put("amsgrad", Trainers.amsGrad(SOME, 0.01));
        methods.put("adafactor", Trainers.adafactor(SOME, MATRIX, VECTOR));
        methods.put("shampoo", Trainers.sgd(SOME, 0.1).then(new Shampoo(List.of(MATRIX, VECTOR), 1e-4, 3)));
        methods.put("adahessian", Trainers.adaHessian(SOME, 0.1, 3));
        methods.put("svrg", Trainers.svrg(SOME, 0.05));
        methods.put("sharpness aware", Trainers.sharpnessAware(SOME, 0.05, 0.05));
        methods.put("accumulated", Trainers.sgd(SOME, 0.05).accumulate(3));
        methods.put("exponential average", Trainers.sgd(SOME, 0.05).averaging(new ExponentialAverage(0.9)));
        methods.put("polyak average", Trainers.sgd(SOME, 0.05).averaging(new PolyakAverage(4)));
        methods.put("lookahead", Trainers.adam(SOME, 0.05).averaging(new Lookahead(5, 0.5)));
        methods.put("per group", Trainers.sgd(SOME, 0.05).then(PerGroup.only(VECTOR, Adam.STANDARD)));
        methods.put(
                "schedule, clipping and skipping",
                Trainers.momentum(SOME, 0.05, 0.9)
                        .schedule(Schedule.cosine(0.1, 60).warmUp(7))
                        .first(new ClipByNorm(1))
                        .skipNonFinite(3));
        return methods;
    }

    static Stream<String> names() {
        return methods().keySet().stream();
    }

    private static Trainer<? super TwiceDifferentiableSum> method(String name, int threads) {
        return methods()
                .get(name)
                .clock(() -> 0)
                .tolerance(0)
                // No divisor of an epoch, so that runs are saved within one.
                .measureEvery(4)
                .summation(Summation.threads(threads).chunk(3))
                .maxIterations(ITERATIONS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aKilledRunEndsWithTheSameBits(String name) throws IOException {
        Run<TrainingResult> whole = method(name, 1).start(examples, start);
        TrainingResult expected = whole.finish();
        assertThat(expected.status()).isEqualTo(Status.ITERATION_LIMIT);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int k = 0; k < KILLS; k++) {
            long steps = random.nextLong(ITERATIONS + 2);
            byte[] saved = saved(stepped(name, steps));
            Run<TrainingResult> resumed = method(name, 2).resume(examples, new ByteArrayInputStream(saved));
            assertThat(saved(resumed)).isEqualTo(saved);
            TrainingResult result = resumed.finish();
            assertThat(result.point()).as("after %d steps", steps).containsExactly(expected.point());
            assertThat(result.lastPoint()).containsExactly(expected.lastPoint());
            assertThat(result.message()).isEqualTo(expected.message());
            assertThat(result.history().rows()).isEqualTo(expected.history().rows());
            assertThat(result.passes()).isEqualTo(expected.passes());
            assertThat(saved(resumed)).isEqualTo(saved(whole));
        }
    }

    /** Between any two calls of the sum: an update is made whole or begun again. */
    @ParameterizedTest
    @MethodSource("names")
    void aRunWhoseEvaluationsEndedGoesOnAsIfTheyHadNot(String name) throws IOException {
        TrainingResult expected = method(name, 1).minimize(examples, start);
        for (long limit = 5; limit < 25; limit++) {
            Run<TrainingResult> stopped = method(name, 1).maxEvaluations(limit).start(examples, start);
            assertThat(stopped.finish().status()).isEqualTo(Status.EVALUATION_LIMIT);
            TrainingResult result = method(name, 1)
                    .resume(examples, new ByteArrayInputStream(saved(stopped)))
                    .finish();
            assertThat(result.lastPoint()).as("after %d evaluations", limit).containsExactly(expected.lastPoint());
        }
    }

    /** A product is asked for within the chain, after the batch was drawn. */
    @Test
    void aRunWhoseProductsEndedGoesOnWithinTheUpdate() throws IOException {
        Trainer<TwiceDifferentiableSum> method = Trainers.adaHessian(SOME, 0.1, 3)
                .first(new Momentum(0.5))
                .clock(() -> 0)
                .tolerance(0)
                .epochs(4);
        double[] expected = method.minimize(examples, start).lastPoint();
        for (int limit = 1; limit < 20; limit++) {
            Run<TrainingResult> stopped =
                    method.budget(Budget.DEFAULT.withProducts(limit)).start(examples, start);
            assertThat(stopped.finish().status()).isEqualTo(Status.EVALUATION_LIMIT);
            TrainingResult result = method.resume(examples, new ByteArrayInputStream(saved(stopped)))
                    .finish();
            assertThat(result.lastPoint()).as("after %d products", limit).containsExactly(expected);
        }
    }

    @Test
    void anotherMethodOrSumIsRefused() throws IOException {
        byte[] saved = saved(stepped("adam", 3));
        Trainer<FiniteSum> faster = Trainers.adam(SOME, 0.02).measureEvery(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faster.resume(examples, new ByteArrayInputStream(saved)))
                .withMessageContaining("rate=0.01")
                .withMessageContaining("rate=0.02");
        TwiceDifferentiableSum others = LinearExamples.random(40, 6, 0.1, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method("adam", 1).resume(others, new ByteArrayInputStream(saved)))
                .withMessageContaining("at the saved point the");
    }

    private Run<TrainingResult> stepped(String name, long steps) {
        Run<TrainingResult> run = method(name, 1).start(examples, start);
        for (long k = 0; k < steps; k++) {
            run.step();
        }
        return run;
    }

    private static byte[] saved(Run<?> run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run.save(out);
        return out.toByteArray();
    }
}
