package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.search.PathSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one run learned shortens another, and is dropped where it does not belong. */
class WarmStartTest {

    private static final int DIMENSION = 12;
    private static final PathSearch<DifferentiableFunction> METHOD = Minimizers.lbfgs(DIMENSION);

    /** Curvatures from 1 to 1e4, all raised by a factor. */
    private static Quadratic bowl(double factor) {
        double[] curvatures = new double[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            curvatures[i] = factor * Math.pow(10, 4.0 * i / (DIMENSION - 1));
        }
        return Quadratic.diagonal(curvatures);
    }

    private static double[] start(double entry) {
        double[] start = new double[DIMENSION];
        Arrays.fill(start, entry);
        return start;
    }

    private static Run<Result> finished() {
        Run<Result> run = METHOD.start(bowl(1), start(1));
        run.finish();
        return run;
    }

    /** Over many starts, as what a single run takes is a matter of luck. */
    @Test
    void theHistoryShortensTheNextRuns() {
        Quadratic changed = bowl(1.1);
        PathSearch<DifferentiableFunction> warmMethod = METHOD.warm(finished().experience());
        long cold = 0;
        long warm = 0;
        for (double entry = -3; entry <= 3; entry += 0.5) {
            Result result = warmMethod.minimize(changed, start(entry));
            assertThat(result.converged()).as(result.message()).isTrue();
            warm += result.evaluations();
            cold += METHOD.minimize(changed, start(entry)).evaluations();
        }
        assertThat(warm).isLessThan(9 * cold / 10);
    }

    @Test
    void aSavedRunGivesTheSameExperience(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run");
        Run<Result> earlier = finished();
        earlier.save(file);
        Quadratic changed = bowl(1.1);
        Result fromFile = METHOD.warm(METHOD.experience(changed, file)).minimize(changed, start(-2));
        Result fromRun = METHOD.warm(earlier.experience()).minimize(changed, start(-2));
        assertThat(fromFile.point()).containsExactly(fromRun.point());
        assertThat(fromFile.counts()).isEqualTo(fromRun.counts());
    }

    @Test
    void anExperienceIsIndependentOfItsRun() {
        Run<Result> run = METHOD.start(bowl(1), start(1));
        for (int k = 0; k < 5; k++) {
            run.step();
        }
        PathSearch<DifferentiableFunction> warm = METHOD.warm(run.experience());
        Result before = warm.minimize(bowl(1), start(3));
        run.finish();
        assertThat(warm.minimize(bowl(1), start(3)).point()).containsExactly(before.point());
    }

    @Test
    void whatIsOfAnotherProblemIsDropped() {
        var experience = finished().experience();
        assertThat(METHOD.warm(experience).isWarmFor(bowl(2))).isTrue();
        assertThat(METHOD.warm(experience).isWarmFor(new Rosenbrock(5))).isFalse();
        assertThat(METHOD.problem("another").warm(experience).isWarmFor(bowl(1)))
                .isFalse();
        assertThat(Minimizers.lbfgs(3).warm(experience).isWarmFor(bowl(1))).isFalse();
        Result cold = METHOD.problem("another").minimize(bowl(1), start(-2));
        Result dropped = METHOD.problem("another").warm(experience).minimize(bowl(1), start(-2));
        assertThat(dropped.counts()).isEqualTo(cold.counts());
        assertThat(dropped.point()).containsExactly(cold.point());
    }

    @Test
    void methodsThatLearnNothingLastingBeginAnew() {
        var descent = Minimizers.gradientDescentArmijo().maxIterations(50);
        Run<Result> run = descent.start(bowl(1), start(1));
        run.finish();
        assertThat(descent.warm(run.experience()).isWarmFor(bowl(1))).isFalse();
    }
}
