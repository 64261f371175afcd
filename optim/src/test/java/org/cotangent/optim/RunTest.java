package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StoppingRule;
import org.cotangent.optim.run.StoppingRules;
import org.junit.jupiter.api.Test;

/** What holds for the runs of every method. */
class RunTest {

    private static final double[] START = {-1.2, 1};

    /** Methods under a limit on evaluations. */
    private static List<Function<Long, Result>> limited(CountingFunction function) {
        return List.of(
                limit -> Minimizers.gradientDescent(1e-3).maxEvaluations(limit).minimize(function, START),
                limit ->
                        Minimizers.gradientDescentArmijo().maxEvaluations(limit).minimize(function, START),
                limit -> Minimizers.lbfgs(5).maxEvaluations(limit).minimize(function, START),
                limit -> Minimizers.newtonCg().maxEvaluations(limit).minimize(function, START));
    }

    @Test
    void theEvaluationLimitIsExact() {
        Rosenbrock rosenbrock = new Rosenbrock(2);
        int methods = limited(new CountingFunction(rosenbrock)).size();
        for (int method = 0; method < methods; method++) {
            double last = Double.POSITIVE_INFINITY;
            for (long limit = 1; limit <= 30; limit++) {
                CountingFunction counted = new CountingFunction(rosenbrock);
                Result result = limited(counted).get(method).apply(limit);
                assertThat(result.status()).isEqualTo(Status.EVALUATION_LIMIT);
                assertThat(counted.evaluations).isEqualTo((int) limit);
                assertThat(result.evaluations()).isEqualTo(limit);
                assertThat(result.value()).isEqualTo(rosenbrock.value(result.point()));
                assertThat(result.value()).isLessThanOrEqualTo(last);
                last = result.value();
            }
        }
    }

    @Test
    void theEvaluationLimitIsExactForFits() {
        for (long limit = 1; limit <= 30; limit++) {
            Tape tape = Tape.read("nist_MGH09");
            LeastSquaresResult fit = Minimizers.levenbergMarquardt()
                    .maxEvaluations(limit)
                    .minimize(new TapeResiduals(tape), tape.start(1));
            assertThat(fit.status()).isEqualTo(Status.EVALUATION_LIMIT);
            assertThat(fit.result().evaluations()).isEqualTo(limit);
            assertThat(fit.result().point()).hasSize(4);
        }
    }

    @Test
    void aLimitOfZeroEvaluatesNothing() {
        CountingFunction counted = new CountingFunction(new Rosenbrock(2));
        Result result = Minimizers.lbfgs(5).maxEvaluations(0).minimize(counted, START);
        assertThat(result.status()).isEqualTo(Status.EVALUATION_LIMIT);
        assertThat(counted.evaluations).isZero();
        assertThat(result.point()).containsExactly(START);
        assertThat(result.value()).isNaN();
    }

    @Test
    void theProductLimitIsExact() {
        CountingFunction counted = new CountingFunction(new Rosenbrock(2));
        Result result =
                Minimizers.newtonCg().budget(Budget.DEFAULT.withProducts(7)).minimize(counted, START);
        assertThat(result.status()).isEqualTo(Status.EVALUATION_LIMIT);
        assertThat(counted.products).isEqualTo(7);
    }

    @Test
    void theIterationLimitIsExact() {
        Result result = Minimizers.lbfgs(5).maxIterations(7).minimize(new Rosenbrock(2), START);
        assertThat(result.status()).isEqualTo(Status.ITERATION_LIMIT);
        assertThat(result.iterations()).isEqualTo(7);
        assertThat(result.message()).contains("7 iterations done").contains("Advice: raise maxIterations");
    }

    @Test
    void anObserverSeesEveryStepAndStopsTheRun() {
        List<Long> seen = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        Result result = Minimizers.lbfgs(5)
                .observer(iterate -> {
                    seen.add(iterate.iteration());
                    values.add(iterate.value());
                    return iterate.iteration() == 5 ? Observer.Decision.STOP : Observer.Decision.CONTINUE;
                })
                .minimize(new Rosenbrock(2), START);
        assertThat(result.status()).isEqualTo(Status.STOPPED_BY_OBSERVER);
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(result.value()).isEqualTo(values.get(4));
    }

    @Test
    void whatAnObserverThrowsReachesTheCaller() {
        assertThatThrownBy(() -> Minimizers.lbfgs(5)
                        .observer(iterate -> {
                            throw new UnsupportedOperationException("mine");
                        })
                        .minimize(new Rosenbrock(2), START))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("mine");
    }

    @Test
    void cancellationIsAskedBeforeEveryEvaluation() {
        CountingFunction counted = new CountingFunction(new Rosenbrock(2));
        Result result = Minimizers.gradientDescentArmijo()
                .cancelWhen(() -> counted.evaluations >= 11)
                .minimize(counted, START);
        assertThat(result.status()).isEqualTo(Status.CANCELLED);
        assertThat(counted.evaluations).isEqualTo(11);
    }

    @Test
    void rulesCompose() {
        StoppingRule flat = StoppingRules.gradientNorm(1e-3);
        StoppingRule still = StoppingRules.relativeStep(1e-6);
        Result both = Minimizers.lbfgs(5).stopWhen(flat.and(still)).minimize(new Rosenbrock(2), START);
        assertThat(both.status()).isEqualTo(Status.CONVERGED);
        assertThat(both.reason()).contains("gradient norm").contains(" and step ");
        Result either =
                Minimizers.lbfgs(5).stopWhen(flat.or(StoppingRules.step(10))).minimize(new Rosenbrock(2), START);
        assertThat(either.status()).isEqualTo(Status.SMALL_STEP);
        assertThat(either.converged()).isFalse();
        Result level = Minimizers.gradientDescentArmijo()
                .stopWhen(StoppingRules.relativeDecrease(1e-3))
                .minimize(new Rosenbrock(2), START);
        assertThat(level.status()).isEqualTo(Status.SMALL_DECREASE);
        Result mine = Minimizers.lbfgs(5)
                .stopWhen(StoppingRules.when("far enough", iterate -> iterate.value() < 1))
                .minimize(new Rosenbrock(2), START);
        assertThat(mine.status()).isEqualTo(Status.STOPPED_BY_RULE);
        assertThat(mine.summary()).startsWith("Stopped by a rule: far enough");
    }

    @Test
    void steppingByHandGivesTheSameBits() {
        Run<Result> run = Minimizers.lbfgs(5).start(new Rosenbrock(10), new double[10]);
        assertThatThrownBy(run::result)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not ended after 0 iterations");
        while (!run.done()) {
            run.step();
        }
        run.step();
        Result whole = Minimizers.lbfgs(5).minimize(new Rosenbrock(10), new double[10]);
        assertThat(run.result().point()).containsExactly(whole.point());
        assertThat(run.result().summary()).isEqualTo(whole.summary());
    }

    @Test
    void oneMethodInEightThreadsGivesTheBitsOfOne() throws Exception {
        Rosenbrock rosenbrock = new Rosenbrock(20);
        double[] start = new double[20];
        Tape tape = Tape.read("nist_Thurber");
        var lbfgs = Minimizers.lbfgs(7);
        var newton = Minimizers.newtonCg();
        var fit = Minimizers.levenbergMarquardt();
        Callable<List<double[]>> work = () -> List.of(
                lbfgs.minimize(rosenbrock, start).point(),
                newton.minimize(rosenbrock, start).point(),
                fit.minimize(new TapeResiduals(tape), tape.start(1)).point());
        List<double[]> alone = work.call();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<List<double[]>> future :
                    threads.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
                for (int k = 0; k < alone.size(); k++) {
                    assertThat(future.get().get(k)).containsExactly(alone.get(k));
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void resultsAndSettingsAreImmutable() {
        Result result = Minimizers.lbfgs(5).minimize(new Rosenbrock(2), START);
        double first = result.point()[0];
        result.point()[0] = 7;
        result.gradient()[0] = 7;
        result.history().values()[0] = 7;
        assertThat(result.point()[0]).isEqualTo(first);
        assertThat(result.gradient()[0]).isNotEqualTo(7);
        assertThat(result.history().values()[0]).isEqualTo(24.199999999999996);
        var method = Minimizers.lbfgs(5);
        assertThat(method.maxIterations(1)).isNotSameAs(method);
        assertThat(method.settings().budget()).isEqualTo(Budget.DEFAULT);
    }
}
