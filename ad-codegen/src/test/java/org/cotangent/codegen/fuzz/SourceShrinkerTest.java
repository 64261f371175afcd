package org.cotangent.codegen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Failing programs become small and keep failing. */
class SourceShrinkerTest {

    private static final String SOURCE = """
            package fuzzed;

            import org.cotangent.ad.annotation.Differentiable;

            final class P1 {

                record Pair(double x, double y) {}

                @Differentiable(wrt = "x")
                static double f(double[] x, int n) {
                    double y = 0.5 * x[0];
                    int fuel = 0;
                    while (fuel < 4) {
                        fuel++;
                        if (y > 0.1 * n) {
                            y = helper(new Pair(y, x[1])) + Math.nextUp(x[0]) * Math.exp(-y);
                        } else {
                            y += 0.25;
                        }
                    }
                    for (double v : x) {
                        y = 0.5 * y + v * v;
                    }
                    return y + x[0] * x[1];
                }

                private static double helper(Pair pair) {
                    return pair.x() > 0 ? Math.sin(pair.x()) : pair.y();
                }
            }
            """;

    @Test
    void keepsTheFailureAndLittleElse() {
        List<Program.Parameter> parameters = List.of(
                new Program.Parameter("x", "double[]", Program.Use.ACTIVE, new double[] {0.5, 0.25}),
                new Program.Parameter("n", "int", Program.Use.DATA, 2));
        Program program = new Program(
                1,
                "P1",
                Map.of("P1", SOURCE),
                parameters,
                Program.Result.SCALAR,
                List.of(),
                EnumSet.noneOf(Syntax.class));
        Verdict verdict = Batch.verdicts(List.of(program)).get(0);
        assertThat(verdict.check()).contains("[AD-MATH]");
        Program small = SourceShrinker.shrink(program, verdict.check());
        assertThat(Batch.verdicts(List.of(small)).get(0).check()).isEqualTo(verdict.check());
        String text = small.files().get("P1");
        assertThat(text).contains("Math.nextUp").doesNotContain("Pair", "Math.exp", "for (", "helper");
        assertThat(text.lines().count()).isLessThan(14);
    }
}
