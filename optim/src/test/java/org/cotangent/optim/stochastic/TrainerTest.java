package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.Summation;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final Batches FOUR = Batches.shuffled(4, 1);

    private final LinearExamples examples = LinearExamples.random(40, 5, 0.1, 2);
    private final double[] start = {1, -1, 1, -1, 1};
    private final Result minimum =
            Minimizers.newtonCg().tolerance(1e-14).minimize(FiniteSums.mean(examples, Summation.sequential()), start);

    /** Bias correction makes the first step the rate times the sign, up to epsilon. */
    @Test
    void theFirstStepOfAdamIsTheRate() {
        double[] gradient = new double[5];
        examples.valueAndGradient(start, new int[] {0, 1, 2, 3}, gradient);
        TrainingResult result = Trainers.adam(Batches.inGivenOrder(4), 0.01)
                .measureEvery(1)
                .maxIterations(1)
                .minimize(examples, start);
        for (int j = 0; j < 5; j++) {
            double g = gradient[j] / 4;
            assertThat(start[j] - result.lastPoint()[j]).isCloseTo(0.01 * g / (Math.abs(g) + 1e-8), offset(1e-15));
        }
    }

    @Test
    void decoupledDecayShrinksWhatHasNoGradient() {
        FiniteSum flat = FiniteSums.of(List.of(Functions.of(2, x -> x[1] * x[1], (x, gradient) -> {
            gradient[0] = 0;
            gradient[1] = 2 * x[1];
        })));
        Batches one = Batches.inGivenOrder(1);
        double[] decoupled =
                Trainers.adamW(one, 0.01, 0.5).epochs(10).minimize(flat, 3, 1).lastPoint();
        assertThat(decoupled[0]).isCloseTo(3 * Math.pow(1 - 0.01 * 0.5, 10), offset(1e-14));
        double[] penalty = Trainers.adam(one, 0.01)
                .first(new WeightDecay(0.5))
                .epochs(10)
                .minimize(flat, 3, 1)
                .lastPoint();
        // A penalty's gradient is scaled like any other: steps of the rate, however large the variable; a bit less as
        // it falls, by 3 % in ten steps.
        assertThat(penalty[0]).isCloseTo(3 - 10 * 0.01, offset(0.03 * 0.1));
    }

    /** Johnson and Zhang (2013), theorem 1, against the noise that plain batches keep. */
    @Test
    void varianceReductionConvergesLinearlyWherePlainBatchesStay() {
        double[] svrg = errors(Trainers.svrg(Batches.shuffled(1, 3), 0.02));
        double[] sgd = errors(Trainers.sgd(Batches.shuffled(1, 3), 0.02));
        for (int epoch = 4; epoch <= 60; epoch += 4) {
            assertThat(svrg[epoch]).isLessThan(0.2 * svrg[epoch - 4]);
        }
        assertThat(svrg[60]).isLessThan(2e-12);
        for (int epoch = 30; epoch <= 60; epoch++) {
            assertThat(sgd[epoch]).isGreaterThan(1e-6);
        }
    }

    private double[] errors(Trainer<FiniteSum> method) {
        TrainingResult result = method.tolerance(0).epochs(60).minimize(examples, start);
        double[] losses = result.history().losses();
        assertThat(losses).hasSize(61);
        for (int k = 0; k < losses.length; k++) {
            losses[k] -= minimum.value();
        }
        return losses;
    }

    @Test
    void fallingRatesAndAveragesComeCloser() {
        Trainer<FiniteSum> plain =
                Trainers.sgd(Batches.withReplacement(1, 3), 0.1).tolerance(0).epochs(200);
        double constant = lateError(plain);
        assertThat(lateError(plain.schedule(Schedule.inverseTime(0.1, 400)))).isLessThan(0.2 * constant);
        assertThat(lateError(plain.averaging(new PolyakAverage(2000)))).isLessThan(0.05 * constant);
        assertThat(lateError(plain.averaging(new ExponentialAverage(0.999)))).isLessThan(0.1 * constant);
    }

    /** The mean over the last epochs, as a single one may be lucky. */
    private double lateError(Trainer<FiniteSum> method) {
        double[] losses = method.minimize(examples, start).history().losses();
        double sum = 0;
        for (int epoch = 181; epoch <= 200; epoch++) {
            sum += losses[epoch] - minimum.value();
        }
        return sum / 20;
    }

    /**
     * The example of Reddi, Kale, Kumar (2018), section 3: slope 1010 once in 101 examples and −10 else, on an
     * interval that steep walls stand for. The mean falls to the left; Adam goes right.
     */
    @Test
    void adamFailsWhereAmsGradConverges() {
        List<DifferentiableFunction> slopes = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            double slope = i == 0 ? 1010 : -10;
            slopes.add(Functions.of(
                    1,
                    x -> slope * x[0] + 50 * square(beyond(x[0])),
                    (x, gradient) -> gradient[0] = slope + 100 * beyond(x[0])));
        }
        FiniteSum sum = FiniteSums.of(slopes);
        Trainer<FiniteSum> method = Trainers.sgd(Batches.inGivenOrder(1), 1)
                .schedule(Schedule.inverseTime(0.1, 3000))
                .tolerance(0)
                .epochs(1500);
        double adam = method.then(new Adam(0.9, 0.99, 1e-8)).minimize(sum, 0).lastPoint()[0];
        double amsGrad =
                method.then(new AmsGrad(0.9, 0.99, 1e-8)).minimize(sum, 0).lastPoint()[0];
        double slope = 10.0 / 101;
        assertThat(amsGrad).isCloseTo(-1 - slope / 100, offset(0.01));
        assertThat(adam).isGreaterThan(0.9);
    }

    private static double square(double x) {
        return x * x;
    }

    /** How far a point is outside of [−1, 1], with sign. */
    private static double beyond(double x) {
        return x - Math.max(-1, Math.min(1, x));
    }

    @Test
    void anyNumberOfThreadsWalksTheSamePath() {
        Trainer<FiniteSum> method = Trainers.adam(Batches.shuffled(20, 5), 0.05).epochs(5);
        double[] expected = method.summation(Summation.sequential().chunk(3))
                .minimize(examples, start)
                .point();
        for (int threads : new int[] {2, 8}) {
            assertThat(method.summation(Summation.threads(threads).chunk(3))
                            .minimize(examples, start)
                            .point())
                    .containsExactly(expected);
        }
    }

    @Test
    void rulesJudgeTheMeanOverAllExamples() {
        TrainingResult small = Trainers.svrg(FOUR, 0.1).tolerance(1e-6).minimize(examples, start);
        double[] gradient = new double[5];
        FiniteSums.mean(examples, Summation.sequential()).valueAndGradient(small.point(), gradient);
        assertThat(small.status()).isEqualTo(Status.CONVERGED);
        assertThat(Math.sqrt(LinearExamples.dot(gradient, gradient))).isLessThanOrEqualTo(1e-6);
        TrainingResult target =
                Trainers.sgd(FOUR, 0.05).target(minimum.value() + 1e-2).minimize(examples, start);
        assertThat(target.status()).isEqualTo(Status.CONVERGED);
        assertThat(target.value()).isLessThanOrEqualTo(minimum.value() + 1e-2);
        assertThat(target.summary()).startsWith("Converged: value");
    }

    @Test
    void theBestMeasuredPointComesBack() {
        TrainingResult result = Trainers.sgd(FOUR, 0.3).tolerance(0).epochs(30).minimize(examples, start);
        double best = Double.POSITIVE_INFINITY;
        for (double loss : result.history().losses()) {
            best = Math.min(best, loss);
        }
        assertThat(result.value()).isEqualTo(best);
        int[] all = IntStream.range(0, 40).toArray();
        assertThat(examples.value(result.point(), all) / 40).isCloseTo(best, offset(1e-15));
    }

    @Test
    void limitsAreKept() {
        Trainer<FiniteSum> method = Trainers.sgd(FOUR, 0.05).tolerance(0);
        TrainingResult epochs = method.epochs(3).minimize(examples, start);
        assertThat(epochs.status()).isEqualTo(Status.ITERATION_LIMIT);
        assertThat(epochs.updates()).isEqualTo(30);
        assertThat(epochs.passes()).isEqualTo(3);
        // 30 updates, and a measurement at the start and after every epoch
        assertThat(epochs.result().evaluations()).isEqualTo(34);
        TrainingResult calls = method.maxEvaluations(17).minimize(examples, start);
        assertThat(calls.status()).isEqualTo(Status.EVALUATION_LIMIT);
        assertThat(calls.result().evaluations()).isEqualTo(17);
        assertThat(calls.updates()).isEqualTo(15);
        assertThat(calls.lastPoint()).isNotEqualTo(calls.point());
        AtomicLong asked = new AtomicLong();
        TrainingResult cancelled =
                method.cancelWhen(() -> asked.incrementAndGet() > 25).minimize(examples, start);
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        AtomicLong clock = new AtomicLong();
        TrainingResult late = method.clock(() -> clock.getAndAdd(1_000_000))
                .maxTime(Duration.ofMillis(50))
                .minimize(examples, start);
        assertThat(late.status()).isEqualTo(Status.TIME_LIMIT);
        TrainingResult watched = method.observer(
                        iterate -> iterate.iteration() == 2 ? Observer.Decision.STOP : Observer.Decision.CONTINUE)
                .minimize(examples, start);
        assertThat(watched.status()).isEqualTo(Status.STOPPED_BY_OBSERVER);
        assertThat(watched.updates()).isEqualTo(20);
    }

    @Test
    void passesCountWhatEstimatesVisit() {
        Trainer<FiniteSum> svrg = Trainers.svrg(FOUR, 0.05).tolerance(0).epochs(4);
        // Two gradients of a batch, and one of all every second epoch.
        assertThat(svrg.minimize(examples, start).passes()).isEqualTo(2 * 4 + 2);
        assertThat(Trainers.sharpnessAware(FOUR, 0.05, 0.05)
                        .epochs(4)
                        .minimize(examples, start)
                        .passes())
                .isEqualTo(8);
        assertThat(Trainers.fullGradient(0.1)
                        .epochs(4)
                        .minimize(examples, start)
                        .passes())
                .isEqualTo(4);
        TrainingHistory.Row last = svrg.minimize(examples, start).history().row(4);
        assertThat(last.updates()).isEqualTo(40);
        assertThat(last.rate()).isEqualTo(0.05);
        // At the points on the way the loss was larger than at the end.
        assertThat(last.batchLoss()).isGreaterThan(last.loss()).isLessThan(last.loss() + 0.1);
    }

    @Test
    void theHistoryTellsTheTime() {
        AtomicLong clock = new AtomicLong();
        FiniteSum slow = FiniteSums.of(List.of(Functions.of(1, x -> x[0] * x[0], (x, gradient) -> {
            clock.addAndGet(500_000_000);
            gradient[0] = 2 * x[0];
        })));
        TrainingResult result = Trainers.fullGradient(0.1)
                .clock(clock::get)
                .epochs(3)
                .tolerance(0)
                .minimize(slow, 1);
        // A measurement at the start, then an update and a measurement each.
        assertThat(result.history().rows())
                .extracting(TrainingHistory.Row::seconds)
                .containsExactly(0.5, 1.5, 2.5, 3.5);
    }

    private static FiniteSum withGap(int broken) {
        return FiniteSums.of(IntStream.range(0, 10)
                .mapToObj(i -> Functions.of(
                        1,
                        x -> i == broken ? Double.NaN : (x[0] - i) * (x[0] - i) / 2,
                        (x, gradient) -> gradient[0] = i == broken ? Double.NaN : x[0] - i))
                .toList());
    }

    /** All examples together are not finite then, so the end is found at the start. */
    @Test
    void aStartWithoutValueEndsTheRun() {
        TrainingResult result = Trainers.sgd(Batches.inGivenOrder(1), 0.1).minimize(withGap(4), 0);
        assertThat(result.status()).isEqualTo(Status.NON_FINITE_START);
        assertThat(result.message())
                .contains("of the examples 4 is the first without them", "data that are not finite");
        TrainingResult nowhere = Trainers.sgd(Batches.inGivenOrder(1), 0.1).minimize(withGap(-1), Double.NaN);
        assertThat(nowhere.message())
                .contains("start[0] is NaN", "choose a start")
                .doesNotContain("example");
    }

    /** Zero is no minimum of ¼ x⁴ − ½ x². */
    @Test
    void convergenceAtTheStartIsSaidToBePerhapsASaddle() {
        FiniteSum sum = FiniteSums.of(List.of(Functions.of(
                1,
                x -> Math.pow(x[0], 4) / 4 - x[0] * x[0] / 2,
                (x, gradient) -> gradient[0] = Math.pow(x[0], 3) - x[0])));
        Trainer<FiniteSum> method = Trainers.sgd(Batches.inGivenOrder(1), 0.5);
        TrainingResult ended = method.minimize(sum, 0);
        assertThat(ended.updates()).isZero();
        assertThat(ended.summary()).contains("at the start, which may be a saddle", "start from small random numbers");
        TrainingResult other = method.minimize(sum, 0.1);
        assertThat(other.status()).isEqualTo(Status.CONVERGED);
        assertThat(other.summary()).doesNotContain("saddle");
        assertThat(method.target(1).minimize(sum, 0.1).summary()).doesNotContain("saddle");
    }

    @Test
    void adviceTellsRatesThatAreTooHighFromRunsThatAreTooShort() {
        FiniteSum sum = withGap(-1);
        TrainingResult tooFar =
                Trainers.sgd(Batches.inGivenOrder(5), 3).epochs(4).minimize(sum, 4);
        assertThat(tooFar.point()).containsExactly(4);
        assertThat(tooFar.result().message()).contains("no point measured was better than the start: lower the rate");
        TrainingResult tooShort =
                Trainers.sgd(Batches.inGivenOrder(5), 0.01).epochs(4).minimize(sum, 40);
        assertThat(tooShort.result().message()).contains("allow more epochs");
        assertThat(Trainers.sgd(Batches.inGivenOrder(5), 3)
                        .epochs(4)
                        .minimize(withGap(2), 4)
                        .result()
                        .message())
                .contains("look for data that are not finite in example 2");
    }

    @Test
    void updatesThatAreNotFiniteAreSkippedAndCounted() {
        // ½ (x − i)², and nothing where x ≤ 0 for example 3: the first epoch meets it, later ones do not.
        FiniteSum sum = FiniteSums.of(IntStream.range(0, 10)
                .mapToObj(i -> Functions.of(
                        1,
                        x -> (x[0] - i) * (x[0] - i) / 2,
                        (x, gradient) -> gradient[0] = i == 3 && x[0] < 1 && x[0] > 0.5 ? Double.NaN : x[0] - i))
                .toList());
        Trainer<FiniteSum> method =
                Trainers.sgd(Batches.inGivenOrder(1), 0.2).tolerance(0).epochs(3);
        TrainingResult ended = method.minimize(sum, 0);
        assertThat(ended.status()).isEqualTo(Status.DIVERGED);
        assertThat(ended.message()).contains("in update 4", "expected finite numbers", "Advice: lower the rate");
        assertThat(ended.point()).containsExactly(0);
        TrainingResult skipping = method.skipNonFinite(2).minimize(sum, 0);
        assertThat(skipping.status()).isEqualTo(Status.ITERATION_LIMIT);
        assertThat(skipping.skipped()).isEqualTo(1);
        assertThat(skipping.updates()).isEqualTo(30);
    }

    @Test
    void ratesThatAreTooLargeDiverge() {
        TrainingResult result = Trainers.sgd(FOUR, 50).tolerance(0).epochs(1000).minimize(examples, start);
        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(result.value()).isFinite();
        assertThat(Trainers.sgd(FOUR, 50)
                        .skipNonFinite(3)
                        .epochs(1000)
                        .minimize(examples, start)
                        .message())
                .contains("expected finite numbers");
    }

    @Test
    void groupsHaveTransformationsOfTheirOwn() {
        Group frozen = Group.vector("frozen", 1, 2);
        TrainingResult result = Trainers.sgd(FOUR, 0.1)
                .then(PerGroup.only(frozen, new ClipByNorm(1e-300)))
                .epochs(3)
                .minimize(examples, start);
        assertThat(result.lastPoint()[1]).isEqualTo(start[1]);
        assertThat(result.lastPoint()[2]).isEqualTo(start[2]);
        assertThat(result.lastPoint()[0]).isNotEqualTo(start[0]);
        Trainer<FiniteSum> whole = Trainers.adam(FOUR, 0.01).epochs(3);
        Trainer<FiniteSum> parts = Trainers.sgd(FOUR, 0.01)
                .then(new PerGroup(List.of(
                        new PerGroup.Part(Group.vector("a", 0, 2), List.of(Adam.STANDARD)),
                        new PerGroup.Part(Group.vector("b", 2, 3), List.of(Adam.STANDARD)))))
                .epochs(3);
        assertThat(parts.minimize(examples, start).point())
                .containsExactly(whole.minimize(examples, start).point());
    }

    @Test
    void groupsThatDoNotFitAreRefused() {
        Group first = new Group("first", 0, 2, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adafactor.of(first, Group.vector("second", 3, 1)))
                .withMessageContaining("\"second\" begins at 3, expected 4 or later");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Trainers.shampoo(FOUR, 0.1, new Group("large", 0, 2, 3)).minimize(examples, start))
                .withMessageContaining("\"large\" ends at 6, expected at most 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Group("empty", 0, 0, 3))
                .withMessageContaining("0 rows");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainers.sgd(FOUR, 0.1).minimize(examples, 1, 2))
                .withMessageContaining("start has length 2, expected 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Momentum(1))
                .withMessageContaining("momentum is 1.0, expected a number from 0 to below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainers.sgd(FOUR, 0.1).measureEvery(0))
                .withMessageContaining("updates between measurements is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainers.sgd(FOUR, 0.1).skipNonFinite(-1))
                .withMessageContaining("-1, expected at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Svrg(FOUR, 0))
                .withMessageContaining("full gradients are 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lookahead(5, 0))
                .withMessageContaining("part of the way is 0.0");
    }
}
