package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cotangent.ad.CustomFunctions;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.CustomFunction;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Subgraph;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.runtime.Workspace;
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
                .hasMessage(
                        "external routine spline is known as a function object only, which generated code cannot"
                                + " hold; name a static method that does the same, with method(class, name), or interpret the program");
    }

    @Test
    void fieldsTakeNothing() {
        External spline = External.pure("spline").reads("x", Type.DOUBLE).returns("y", Type.DOUBLE);
        assertThatThrownBy(() -> spline.field("java.lang.Math", "PI"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("external routine spline takes 1 arguments and gives 1 results, expected none and one for a"
                        + " field");
    }

    @Test
    void functionsThatGraphsCallAreMethodsWrittenOnce() {
        VectorExpr x = Graph.vector("x", 3);
        VectorExpr v = Graph.vector("v");
        Variable s = Graph.scalar("s");
        Subgraph<VectorExpr> softened =
                Graph.function("softened", List.of(v, s), v.times(s).tanh());
        CustomFunction<VectorExpr> scaled =
                CustomFunctions.vector(Externals.scale(), p -> p.get(1).length());
        VectorExpr inner = softened.apply(x, x.get(0)).plus(softened.apply(x.times(2), x.get(1)));
        Expr f = scaled.apply(x.get(2), inner).square().sum();
        Program program = Lowering.of("f", List.of(x.variable()), f);
        GeneratedClass generated = GeneratedClass.named("graphs", "Calls")
                .add(program, "The value.")
                .add(
                        Derivatives.hessianVectorProduct(program, List.of(x.variable()))
                                .program(),
                        "A product.");
        assertThat(generated.source().split("void softened\\(", -1)).hasSize(2);
        assertThat(generated.source().split("void softenedForwardTangent\\(", -1))
                .hasSize(2);
        double[] point = {0.3, -1.2, 0.8};
        double[] direction = {1, 0.5, -2};
        TwiceDifferentiableFunction interpreted = Differentiation.of(f, x);
        double[] expected = new double[3];
        interpreted.hessianVectorProduct(point, direction, expected);
        double[] gradient = new double[3];
        double[] product = new double[3];
        Compiled.of(generated).callIn(new Workspace(), "fGradientTangent", point, direction, gradient, product);
        assertThat(product).containsExactly(expected);
    }
}
