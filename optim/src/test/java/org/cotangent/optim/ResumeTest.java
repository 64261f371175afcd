package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was killed and resumed ends with the bits of one that was not. */
class ResumeTest {

    private static final long SEED = 20;
    private static final int KILLS = 20;
    private static final int FIRST_STEPS = 60;

    static List<Methods.Case<?, ?>> methods() {
        return Methods.all();
    }

    @ParameterizedTest
    @MethodSource("methods")
    <F, R> void aKilledRunEndsWithTheSameBits(Methods.Case<F, R> problem) throws IOException {
        Run<R> whole = problem.method().start(problem.function(), problem.start());
        Result expected = problem.view().apply(whole.finish());
        assertThat(expected.iterations()).isGreaterThan(10);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int k = 0; k < KILLS; k++) {
            long steps = random.nextLong(expected.iterations() + 2);
            byte[] saved = saved(stepped(problem, steps));
            Run<R> resumed = problem.method().resume(problem.function(), new ByteArrayInputStream(saved));
            assertThat(saved(resumed)).isEqualTo(saved);
            Result result = problem.view().apply(resumed.finish());
            assertSame(result, expected, "killed after step " + steps);
            assertThat(saved(resumed)).isEqualTo(saved(whole));
        }
    }

    /** Bent, singular, badly scaled, or with saddles on the way. */
    static Stream<Methods.Case<?, ?>> manyRuns() {
        return Stream.of(
                        "beale",
                        "biggs_exp6",
                        "box3d",
                        "brown_badly_scaled",
                        "freudenstein_roth",
                        "meyer",
                        "penalty2_10",
                        "powell_singular",
                        "trigonometric10",
                        "watson6")
                .map(name -> Tape.read("mgh_" + name))
                .flatMap(tape ->
                        Methods.on(new TapeSumOfSquares(tape), new TapeResiduals(tape), tape.start(1)).stream());
    }

    /** Whatever a step leaves for a later one is saved, or the two part sooner or later. */
    @ParameterizedTest
    @MethodSource("manyRuns")
    <F, R> void aRunKilledAfterEveryStepTakesTheSameSteps(Methods.Case<F, R> problem) throws IOException {
        Run<R> whole = problem.method().start(problem.function(), problem.start());
        Run<R> pieces = problem.method().start(problem.function(), problem.start());
        for (int step = 1; step <= FIRST_STEPS && !whole.done(); step++) {
            pieces = problem.method().resume(problem.function(), new ByteArrayInputStream(saved(pieces)));
            whole.step();
            pieces.step();
            assertThat(saved(pieces)).as("after step " + step).isEqualTo(saved(whole));
        }
    }

    /** Another process has to recognize the method: the text of a lambda or an address would differ there. */
    @ParameterizedTest
    @MethodSource("methods")
    <F, R> void aMethodIsCalledTheSameInEveryProcess(Methods.Case<F, R> problem) {
        String method = problem.method()
                .start(problem.function(), problem.start())
                .identity()
                .method();
        assertThat(method).doesNotContain("Lambda").doesNotContainPattern("@[0-9a-f]+");
    }

    private static byte[] saved(Run<?> run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run.save(out);
        return out.toByteArray();
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
