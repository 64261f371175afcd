package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Snapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was killed and resumed ends with the bits of one that was not. */
class ResumeTest {

    private static final long SEED = 20;
    private static final int KILLS = 20;

    static List<Methods.Case<?, ?>> methods() {
        return Methods.all();
    }

    @ParameterizedTest
    @MethodSource("methods")
    <F, R> void stateIsAllThatTheNextStepDependsOn(Methods.Case<F, R> problem) {
        Run<R> whole = problem.method().start(problem.function(), problem.start());
        R expected = whole.finish();
        long iterations = problem.view().apply(expected).iterations();
        assertThat(iterations).isGreaterThan(10);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int k = 0; k < KILLS; k++) {
            long killed = random.nextLong(iterations + 2);
            Snapshot snapshot = Snapshot.of(stepped(problem, killed));
            Run<R> resumed = problem.method().start(problem.function(), new double[problem.start().length]);
            snapshot.restore(resumed);
            assertThat(Snapshot.of(resumed).bytes()).isEqualTo(snapshot.bytes());
            R result = resumed.finish();
            assertSame(problem.view().apply(result), problem.view().apply(expected), "killed after step " + killed);
            assertThat(Snapshot.of(resumed).bytes())
                    .isEqualTo(Snapshot.of(whole).bytes());
        }
    }

    private static <F, R> Run<R> stepped(Methods.Case<F, R> problem, long steps) {
        Run<R> run = problem.method().start(problem.function(), problem.start());
        for (long k = 0; k < steps; k++) {
            run.step();
        }
        return run;
    }

    private static void assertSame(Result result, Result expected, String when) {
        assertThat(result.point()).as(when).containsExactly(expected.point());
        assertThat(result.value()).as(when).isEqualTo(expected.value());
        assertThat(result.gradient()).as(when).containsExactly(expected.gradient());
        assertThat(result.counts()).as(when).isEqualTo(expected.counts());
        assertThat(result.message()).as(when).isEqualTo(expected.message());
        assertThat(result.certificate()).as(when).isEqualTo(expected.certificate());
        assertThat(result.history().iterations())
                .as(when)
                .containsExactly(expected.history().iterations());
        assertThat(result.history().values())
                .as(when)
                .containsExactly(expected.history().values());
        assertThat(result.history().gradientNorms())
                .as(when)
                .containsExactly(expected.history().gradientNorms());
    }
}
