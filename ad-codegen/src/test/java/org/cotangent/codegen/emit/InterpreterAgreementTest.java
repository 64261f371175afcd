package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.runtime.Workspace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Emitted methods and the interpreter compute the same bits, and leave the same bits in arrays. */
class InterpreterAgreementTest {

    private static final Budget TINY = new Budget(200, 100, 60_000, 1_000_000);

    private static Arguments sample(String name, Program program, Supplier<Object[]> arguments) {
        return Arguments.of(name, program, arguments);
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                sample("rosenbrock", Samples.rosenbrock(), () -> new Object[] {x(40), new double[40]}),
                sample("jumps", Samples.labelledJumps(), () -> new Object[] {matrix(4), 100}),
                sample("jumps, limited", Samples.labelledJumps(), () -> new Object[] {matrix(4), 2}),
                sample("recursion", Samples.recursion(), () -> new Object[] {1.1, 13}),
                sample("determinant", Samples.determinant(), () -> new Object[] {matrix(6)}),
                sample("saves", Samples.savesInLoops(), () -> new Object[] {x(5), 3, new double[5]}),
                sample("types", Samples.mixedTypes(), () -> new Object[] {floats(7, 1.3), floats(9, 0.7), 40}),
                sample("straight line", new StraightLine(2_000, 3).program("line"), () ->
                        new Object[] {StraightLine.point(), new double[50]}));
    }

    private static double[] x(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.sin(3 * i + 1);
        }
        return x;
    }

    private static double[][] matrix(int n) {
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = new double[n + i];
            for (int j = 0; j < m[i].length; j++) {
                m[i][j] = Math.sin(i * i + 3 * j * j + i * j + 1);
            }
            m[i][0] = i % 2;
        }
        return m;
    }

    private static float[] floats(int n, double scale) {
        float[] a = new float[n];
        for (int i = 0; i < n; i++) {
            a[i] = (float) (scale * Math.cos(i));
        }
        return a;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void sameBits(String name, Program program, Supplier<Object[]> arguments) {
        agree(program, arguments, GeneratedClass.named("agree", "Whole"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void sameBitsWhenSplitIntoTinyParts(String name, Program program, Supplier<Object[]> arguments) {
        agree(program, arguments, GeneratedClass.named("agree", "Split").within(TINY));
    }

    private static void agree(Program program, Supplier<Object[]> arguments, GeneratedClass empty) {
        Compiled compiled = Compiled.of(empty.add(program, "A sample."));
        Object[] expectedArguments = arguments.get();
        Object[] expected = Interpreter.of(program).run(expectedArguments);
        Object[] foundArguments = arguments.get();
        Object found = compiled.callIn(new Workspace(), program.entry().name(), foundArguments);
        assertThat(found).isEqualTo(expected[0]);
        assertThat(Arrays.deepEquals(foundArguments, expectedArguments))
                .as("arguments " + Arrays.deepToString(foundArguments) + " against "
                        + Arrays.deepToString(expectedArguments))
                .isTrue();
    }
}
