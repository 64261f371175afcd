package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds a step beyond another, which wrap around at the ends of int, count as the interpreter counts. */
class LoopBoundsTest {

    private static final Variable N = Samples.integer("n");
    private static final Variable COUNT = Samples.integer("count");
    private static final Variable I = Samples.integer("i");

    /** The number of turns, at most 5. */
    private static Program turns(Expr from, Expr to, int step) {
        Statement full =
                Samples.when(Expr.apply(Op.INTEGER_EQUAL, COUNT, Expr.constant(5)), new Statement.Break("turns"));
        Statement count = Samples.set(COUNT, COUNT.plus(1));
        return Samples.program(
                "turns",
                List.of(N),
                List.of(COUNT),
                Samples.set(COUNT, Expr.constant(0)),
                new Statement.For("turns", I, from, to, step, Statement.Block.of(full, count)));
    }

    static Stream<Arguments> loops() {
        Program down = turns(N.plus(3), N.minus(1), -1);
        Program up = turns(N.minus(3), N.plus(1), 1);
        return Stream.of(
                Arguments.of(down, Integer.MIN_VALUE, 0),
                Arguments.of(down, Integer.MIN_VALUE + 1, 4),
                Arguments.of(down, 7, 4),
                Arguments.of(up, Integer.MAX_VALUE, 0),
                Arguments.of(up, Integer.MAX_VALUE - 1, 4),
                Arguments.of(up, -7, 4));
    }

    @ParameterizedTest
    @MethodSource("loops")
    void wrapAroundAsInTheInterpreter(Program program, int n, int expected) {
        Compiled compiled = Compiled.of(GeneratedClass.named("bounds", "Turns").add(program, "Turns."));
        assertThat(Interpreter.of(program).run(n)[0]).isEqualTo(expected);
        assertThat(compiled.call("turns", n)).isEqualTo(expected);
    }

    @Test
    void readWellWhereNothingCanWrapAround() {
        Variable k = Samples.integer("k");
        Program triangle = Samples.program(
                "triangle",
                List.of(N),
                List.of(COUNT),
                Samples.set(COUNT, Expr.constant(0)),
                Samples.loop(k, Expr.constant(0), N, Samples.reversed(I, k, N, Samples.set(COUNT, COUNT.plus(1)))));
        GeneratedClass generated = GeneratedClass.named("bounds", "Triangle").add(triangle, "Triangle.");
        assertThat(generated.source()).contains("for (int i = n - 1; i >= k; i--) {");
        assertThat(Compiled.of(generated).call("triangle", 4)).isEqualTo(10);
    }
}
