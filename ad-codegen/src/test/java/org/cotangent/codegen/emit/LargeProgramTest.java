package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.runtime.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long straight-line code is split so that HotSpot compiles every method of it. */
class LargeProgramTest {

    private static GeneratedClass generated(StraightLine line) {
        return GeneratedClass.named("large", "Line").add(line.program("line"), "Value and gradient.");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_250, 10_000})
    void everyMethodIsSmallEnoughAndTheBitsAreThose(int operations) {
        agrees(new StraightLine(operations, 7), Budget.standard());
    }

    /** As it is for a hundred thousand operations in parts of the usual size, which take a minute. */
    @Test
    void partsCallPartsWhereOneMethodCannotHoldAllCalls() {
        Budget standard = Budget.standard();
        Budget small = new Budget(600, 500, standard.constants(), standard.classBytes());
        Map<String, Integer> code = agrees(new StraightLine(3_000, 7), small);
        assertThat(code.size()).isGreaterThan(100);
    }

    private static Map<String, Integer> agrees(StraightLine line, Budget budget) {
        GeneratedClass generated =
                GeneratedClass.named("large", "Line").within(budget).add(line.program("line"), "Value and gradient.");
        Compiled compiled = Compiled.of(generated);
        Map<String, Integer> code =
                ClassFile.of(compiled.classFiles().get("large.Line")).codeBytes();
        assertThat(code.values()).allMatch(bytes -> bytes <= budget.methodBytes());
        assertThat(generated.warnings()).isEmpty();
        double[] x = StraightLine.point();
        double[] expected = new double[x.length];
        double[] gradient = new double[x.length];
        double value = line.reference(x, expected);
        Object found = compiled.callIn(new Workspace(), "line", x, gradient);
        assertThat(line.live()).isGreaterThan(0.6);
        assertThat(value).isFinite();
        assertThat(found).isEqualTo(value);
        assertThat(gradient).containsExactly(expected);
        return code;
    }

    @Test
    void warnsOfAMethodThatStaysTooLargeForHotSpot() {
        Variable x = Samples.vector("x");
        Variable sum = Samples.real("sum");
        List<Statement> steps = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Expr element = x.at(Expr.constant(i));
            steps.add(Samples.when(element.lessThan(sum), new Statement.Break("steps")));
            steps.add(Samples.set(sum, sum.plus(element.times(element))));
        }
        Program jumps = Samples.program("jumps", List.of(x), List.of(sum), new Statement.Block("steps", steps));
        GeneratedClass generated = GeneratedClass.named("large", "Jumps").add(jumps, "Jumps.");
        assertThat(generated.warnings()).hasSize(1);
        assertThat(generated.warnings().get(0))
                .matches(
                        "method jumpsPart1 holds about \\d+ bytes of bytecode, expected at most 8000, above which HotSpot"
                                + " interprets it for ever: jumps out of the middle .*");
        Map<String, Integer> code = ClassFile.of(
                        Compiled.of(generated).classFiles().get("large.Jumps"))
                .codeBytes();
        assertThat(code.get("jumpsPart1")).isGreaterThan(8_000);
    }

    @Test
    void partsAreLargeEnoughToKeepValuesInLocals() {
        Compiled compiled = Compiled.of(generated(new StraightLine(10_000, 7)));
        Map<String, Integer> code =
                ClassFile.of(compiled.classFiles().get("large.Line")).codeBytes();
        code.keySet().removeIf(name -> !name.contains("Part"));
        assertThat(code.values()).isNotEmpty().allMatch(bytes -> bytes >= 3_000 && bytes <= 6_000);
    }

    @Test
    void refusesAClassBeyondItsBudget() {
        GeneratedClass small =
                GeneratedClass.named("large", "Line").within(Budget.standard().withClassBytes(10_000));
        assertThatThrownBy(() -> small.add(new StraightLine(1_250, 7).program("line"), "Value and gradient."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("class large.Line would hold about \\d+ bytes of bytecode, expected at most 10000:"
                        + " keep loops .*");
    }
}
