package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.transform.Derivatives;
import org.cotangent.ad.transform.fuzz.Externals;
import org.cotangent.ad.transform.fuzz.Sample;
import org.junit.jupiter.api.Test;

/** Generated classes that call static methods of others. */
class ExternalCallsTest {

    @Test
    void everyRuleGivesTheBitsOfTheInterpreter() {
        FuzzedProgramsTest.requireSameBits(List.copyOf(Externals.all().values()));
    }

    @Test
    void callsAreWrittenAsAPersonWould() {
        Sample sample = Externals.all().get("gradient that is overwritten, once");
        GeneratedClass generated = GeneratedClass.named("written", "Calls");
        generated.add(
                Derivatives.gradient(sample.program(), sample.independents()).program(), "A gradient.");
        assertThat(generated.source())
                .contains("import org.cotangent.ad.transform.fuzz.ExternalCode;")
                .contains("double t = ExternalCode.energy(x);")
                .contains("ExternalCode.energyAdjoint(x, ");
    }

    @Test
    void functionObjectIsRefusedWithTheRemedy() {
        Variable x = Variable.of("x", Type.DOUBLE);
        Variable y = Variable.of("y", Type.DOUBLE);
        External spline = External.pure("spline")
                .reads("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> c.give(c.real(0)));
        Statement.Block body = Statement.Block.of(new Statement.Call(List.of(y), spline, List.of(x)));
        Program program = Program.of(new Procedure("f", List.of(x), List.of(y), body));
        assertThatThrownBy(() -> GeneratedClass.named("refused", "Calls").add(program, "A call."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("external routine spline is known as a function object only, which generated code cannot"
                        + " hold; name a static method that does the same, with method(class, name)");
    }
}
