package org.cotangent.ad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Array;
import java.util.stream.Stream;
import org.cotangent.ad.ir.Program;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The interpreter against {@link TreeWalker}: same results, same changes of arrays, same exceptions. */
class DifferentialTest {

    private static Arguments of(String name, Program program, Object... arguments) {
        return Arguments.of(Named.of(name, program), arguments);
    }

    static Stream<Arguments> runs() {
        double[] x = {0.3, -1.7, 2.5, 4, 0.1};
        return Stream.of(
                of("rosenbrock", Samples.rosenbrock(), x),
                of("rosenbrock of nothing", Samples.rosenbrock(), new double[0]),
                of("nested", Samples.nestedLoops(), (Object) new double[][] {{1, 6, 2}, {3, -1, 5}, {4, 7, 9}, {10}}),
                of("nested left by break", Samples.nestedLoops(), (Object) new double[][] {{1}, {50, 60, 70}, {4}}),
                of("nested left by 8", Samples.nestedLoops(), (Object) new double[][] {{1}, {50, 8, 70}, {4}}),
                of("nested left by return", Samples.nestedLoops(), (Object) new double[][] {{1}, {9}, {4}}),
                of("newton", Samples.newton(), 2.0),
                of("newton of NaN", Samples.newton(), Double.NaN),
                of("guards inside", Samples.guards(), x, 2, 2),
                of("guards negative", Samples.guards(), x, 1, 2),
                of("guards outside", Samples.guards(), x, 5, 0),
                of("guards below", Samples.guards(), x, -1, 3),
                of("factorial", Samples.factorial(), 20),
                of("fibonacci", Samples.fibonacci(), 15),
                of("row swaps", Samples.rowSwaps(), (Object) new double[][] {{3, 1, 2}, {1, 5, 4}, {2, 0, 7}}),
                of("reversal", Samples.reversal(), x),
                of("overflow", Samples.overflow(), 2_000_000_011, 1_999_999_973),
                of("overflow negative", Samples.overflow(), Integer.MIN_VALUE, -1),
                of("floats", Samples.floats(), (Object) new float[] {0.1f, 3.3f, 1e10f, -7}),
                of("arrays", Samples.arrays(), 7),
                of("arrays of nothing", Samples.arrays(), 0),
                of("arrays of negative length", Samples.arrays(), -1),
                of("block", Samples.labelledBlock(), 3.0),
                of("block left", Samples.labelledBlock(), -3.0));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void interpreterDoesWhatTheTreeWalkerDoes(Program program, Object[] arguments) {
        Object[] expected = copies(arguments);
        Object[] results = {};
        Throwable failure = null;
        try {
            results = TreeWalker.run(program, expected);
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Interpreter interpreter : new Interpreter[] {Interpreter.of(program), Interpreter.counting(program)}) {
            Object[] found = copies(arguments);
            if (failure == null) {
                assertThat(interpreter.run(found)).isEqualTo(results);
            } else {
                assertThat(catchThrowable(() -> interpreter.run(found))).isExactlyInstanceOf(failure.getClass());
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    static Object[] copies(Object[] values) {
        Object[] copies = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            copies[i] = copy(values[i]);
        }
        return copies;
    }

    private static Object copy(Object value) {
        if (!value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().componentType(), length);
        for (int i = 0; i < length; i++) {
            Array.set(copy, i, copy(Array.get(value, i)));
        }
        return copy;
    }
}
