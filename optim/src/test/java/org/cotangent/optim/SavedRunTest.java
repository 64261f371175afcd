package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.SavedRunException;
import org.cotangent.optim.run.State;
import org.cotangent.optim.search.PathSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not the saved run of this problem by this method is refused, and the file is always whole. */
class SavedRunTest {

    private static final double[] START = {-1.2, 1};
    private static final Rosenbrock VALLEY = new Rosenbrock(2);
    private static final PathSearch<DifferentiableFunction> METHOD = Minimizers.lbfgs(3);

    private static byte[] saved() throws IOException {
        Run<Result> run = METHOD.start(VALLEY, START);
        for (int k = 0; k < 7; k++) {
            run.step();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run.save(out);
        return out.toByteArray();
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static void assertUnreadable(byte[] bytes, String... parts) {
        assertThatThrownBy(() -> METHOD.resume(VALLEY, in(bytes)))
                .isInstanceOf(SavedRunException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void everyCutIsRefused() throws IOException {
        byte[] whole = saved();
        for (int length = 0; length < whole.length; length++) {
            assertUnreadable(Arrays.copyOf(whole, length), "expected");
        }
        assertUnreadable(Arrays.copyOf(whole, whole.length / 2), "ends too early", "resume an older file");
    }

    @Test
    void everyFlippedBitIsRefused() throws IOException {
        byte[] whole = saved();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertUnreadable(damaged, "expected");
        }
    }

    @Test
    void foreignAndNewerDataAreNamed() throws IOException {
        assertUnreadable("name,value\n1,2\n".getBytes(StandardCharsets.UTF_8), "begin with \"name,val\"", "COTANRUN");
        byte[] newer = saved();
        newer[11] = 2;
        assertUnreadable(newer, "format version 2, expected 1", "resume it with the version of this library");
    }

    @Test
    void moreThanTheRunIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run");
        Files.write(file, saved());
        METHOD.resume(VALLEY, file);
        Files.write(file, Arrays.copyOf(saved(), saved().length + 1));
        assertThatThrownBy(() -> METHOD.resume(VALLEY, file))
                .isInstanceOf(SavedRunException.class)
                .hasMessageContaining("goes on after the end of the run");
    }

    private static void assertRefused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(parts);
    }

    @Test
    void anotherMethodIsRefused() throws IOException {
        byte[] saved = saved();
        assertRefused(
                () -> Minimizers.lbfgs(4).resume(VALLEY, in(saved)),
                "by the method \"Lbfgs[memory=3] with",
                "expected \"Lbfgs[memory=4] with");
        assertRefused(() -> Minimizers.newtonCg().resume(VALLEY, in(saved)), "expected \"NewtonCg[] with");
        assertRefused(
                () -> Minimizers.levenbergMarquardt().resume(new RosenbrockResiduals(2), in(saved)),
                "expected \"AdaptiveModel[loss=SQUARES, secant=true] with GeodesicAcceleration[]");
    }

    @Test
    void anotherDimensionIsRefused() throws IOException {
        byte[] saved = saved();
        assertRefused(() -> METHOD.resume(new Rosenbrock(3), in(saved)), "has 2 variables, expected 3");
    }

    @Test
    void anotherNameOfTheProblemIsRefused() throws IOException {
        byte[] saved = saved();
        assertRefused(
                () -> METHOD.problem("trial 2").resume(VALLEY, in(saved)), "of the problem \"\", expected \"trial 2\"");
    }

    @Test
    void anotherFunctionIsRefused() throws IOException {
        byte[] saved = saved();
        assertRefused(
                () -> METHOD.resume(new Tilted(1e-12, 0), in(saved)), "the gradient has the entry", "at 0, expected");
        assertRefused(() -> METHOD.resume(new Tilted(0, 1e-12), in(saved)), "the function has the value");
        METHOD.resume(new Tilted(0, 0), in(saved));
    }

    /** Rosenbrock's function with a little more slope or height. */
    private record Tilted(double slope, double height) implements DifferentiableFunction {

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            return VALLEY.value(x) + height;
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            VALLEY.valueAndGradient(x, gradient);
            gradient[0] += slope;
            return value(x);
        }
    }

    @Test
    void aFailedWriteLeavesTheOldFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run");
        METHOD.start(VALLEY, START).save(file);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> new Unwritable(METHOD.start(VALLEY, START)).save(file))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    /** A run whose state breaks off when half of it is written. */
    private record Unwritable(Run<Result> run) implements Run<Result> {

        @Override
        public Identity identity() {
            return run.identity();
        }

        @Override
        public boolean done() {
            return run.done();
        }

        @Override
        public void step() {
            run.step();
        }

        @Override
        public void reopen() {
            run.reopen();
        }

        @Override
        public Result result() {
            return run.result();
        }

        @Override
        public void exchange(State state) {
            state.vector(new double[100_000]);
            throw new UnsupportedOperationException("broken off");
        }
    }

    @Test
    void savingReplacesTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run");
        Run<Result> run = METHOD.start(VALLEY, START);
        for (int k = 0; k < 5; k++) {
            run.step();
            run.save(file);
        }
        assertThat(METHOD.resume(VALLEY, file).finish().point())
                .containsExactly(METHOD.minimize(VALLEY, START).point());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aStreamMayHoldMoreThanOneRun() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(saved());
        out.write(saved());
        InputStream both = in(out.toByteArray());
        METHOD.resume(VALLEY, both);
        METHOD.resume(VALLEY, both);
        assertThat(both.read()).isEqualTo(-1);
    }
}
