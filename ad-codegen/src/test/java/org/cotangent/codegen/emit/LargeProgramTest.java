package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
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
    @ValueSource(ints = {10, 1_250, 10_000, 100_000})
    void everyMethodIsSmallEnoughAndTheBitsAreThose(int operations) {
        StraightLine line = new StraightLine(operations, 7);
        Compiled compiled = Compiled.of(generated(line));
        ClassFile file = ClassFile.of(compiled.classFiles().get("large.Line"));
        Map<String, Integer> code = file.codeBytes();
        assertThat(code.values()).allMatch(bytes -> bytes <= 6_500);
        double[] x = StraightLine.point();
        double[] expected = new double[x.length];
        double[] gradient = new double[x.length];
        double value = line.reference(x, expected);
        Object found = operations < 100
                ? compiled.call("line", x, gradient)
                : compiled.call("line", x, gradient, new Workspace());
        assertThat(line.live()).isGreaterThan(0.6);
        assertThat(value).isFinite();
        assertThat(found).isEqualTo(value);
        assertThat(gradient).containsExactly(expected);
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
