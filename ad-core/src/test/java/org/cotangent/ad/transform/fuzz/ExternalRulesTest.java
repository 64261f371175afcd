package org.cotangent.ad.transform.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cotangent.ad.transform.fuzz.Code.ZERO;
import static org.cotangent.ad.transform.fuzz.Code.count;
import static org.cotangent.ad.transform.fuzz.Code.integer;
import static org.cotangent.ad.transform.fuzz.Code.procedure;
import static org.cotangent.ad.transform.fuzz.Code.real;
import static org.cotangent.ad.transform.fuzz.Code.reals;
import static org.cotangent.ad.transform.fuzz.Code.sample;
import static org.cotangent.ad.transform.fuzz.Code.set;
import static org.cotangent.ad.transform.fuzz.Code.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Position;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Call;
import org.cotangent.ad.transform.Derivatives;
import org.junit.jupiter.api.Test;

/** What external routines may and may not do, effects included. */
class ExternalRulesTest {

    private final Variable x = reals("x");
    private final Variable y = real("y");
    private final Variable t = real("t");
    private final List<Variable> wrt = List.of(x);

    private Program program(Statement... body) {
        return Program.of(procedure("f", List.of(x), List.of(y), body));
    }

    private Program callOf(External routine) {
        return program(new Call(List.of(t), routine, List.of(x.at(0))), set(y, t.times(x.at(1))));
    }

    private static External blackBox() {
        return External.pure("lookup")
                .reads("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> c.give(Math.floor(c.real(0)) + 0.5));
    }

    @Test
    void blackBoxOfActiveValuesIsRefusedByName() {
        Program program = callOf(blackBox());
        assertThatThrownBy(() -> Derivatives.gradient(program, wrt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("call of external routine lookup cannot be differentiated by [x]: it has no rule for its"
                        + " derivatives; declare an adjoint rule, or stop the derivative in front of the call");
        assertThatThrownBy(() -> Derivatives.jvp(program, wrt)).hasMessageContaining("declare a tangent rule");
    }

    @Test
    void refusalSaysWhereTheCallStands() {
        Program program = program(
                new Statement.Comment("t = lookup(x[0])", Optional.of(new Position("Model.java", 12))),
                new Call(List.of(t), blackBox(), List.of(x.at(0))),
                set(y, t));
        assertThatThrownBy(() -> Derivatives.gradient(program, wrt))
                .hasMessageContaining("routine lookup at Model.java:12 cannot be differentiated");
        assertThatThrownBy(() -> Derivatives.jvp(program, wrt)).hasMessageContaining("lookup at Model.java:12");
    }

    @Test
    void blackBoxOfInactiveValuesIsCalledOnceAndItsResultKept() {
        AtomicInteger calls = new AtomicInteger();
        External dice = External.impure("dice")
                .readsConstant("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> c.give(10 * calls.incrementAndGet()));
        Variable k = integer("k");
        Program program = program(count(
                "turns",
                k,
                ZERO,
                x.length(),
                new Call(List.of(t), dice, List.of(x.at(k))),
                set(y, y.plus(t.times(x.at(k)).times(x.at(k))))));
        double[] gradient = new double[3];
        Interpreter.of(Derivatives.gradient(program, wrt).program()).run(new double[] {1, 2, 3}, gradient);
        assertThat(calls).hasValue(3);
        assertThat(gradient).containsExactly(2 * 10, 2 * 20 * 2, 2 * 30 * 3);
        calls.set(0);
        double[] product = new double[3];
        Interpreter.of(Derivatives.hessianVectorProduct(program, wrt).program())
                .run(new double[] {1, 2, 3}, new double[] {1, 1, 1}, gradient, product);
        assertThat(calls).hasValue(3);
        assertThat(product).containsExactly(20, 40, 60);
    }

    /** Of two rules the one that leaves out the tangent and the adjoint of data is called. */
    @Test
    void ruleThatDoesLeastIsTaken() {
        AtomicInteger wide = new AtomicInteger();
        External product = External.pure("product")
                .reads("x", Type.DOUBLES)
                .reads("z", Type.DOUBLES)
                .updates("y", Type.DOUBLES)
                .computedBy(c -> c.doubles(2)[0] += c.doubles(0)[0] * c.doubles(1)[0])
                .tangent(() -> Rule.of(External.pure("narrowTangent")
                        .reads("xDot", Type.DOUBLES)
                        .reads("z", Type.DOUBLES)
                        .updates("yDot", Type.DOUBLES)
                        .computedBy(c -> c.doubles(2)[0] += c.doubles(0)[0] * c.doubles(1)[0])))
                .tangent(() -> Rule.of(External.pure("wideTangent")
                        .reads("xDot", Type.DOUBLES)
                        .reads("zDot", Type.DOUBLES)
                        .updates("yDot", Type.DOUBLES)
                        .computedBy(c -> wide.incrementAndGet())))
                .adjoint(() -> Rule.of(External.pure("narrowAdjoint")
                        .updates("xBar", Type.DOUBLES)
                        .reads("z", Type.DOUBLES)
                        .reads("yBar", Type.DOUBLES)
                        .computedBy(c -> c.doubles(0)[0] += c.doubles(1)[0] * c.doubles(2)[0])))
                .adjoint(() -> Rule.of(External.pure("wideAdjoint")
                        .updates("xBar", Type.DOUBLES)
                        .updates("zBar", Type.DOUBLES)
                        .updates("yBar", Type.DOUBLES)
                        .computedBy(c -> wide.incrementAndGet())));
        Variable data = reals("data");
        Variable sum = reals("sum");
        Program program = Program.of(procedure(
                "f",
                List.of(x, data),
                List.of(y),
                new Statement.Allocate(sum, List.of(Expr.constant(1))),
                store(sum, ZERO, x.at(0)),
                new Call(List.of(), product, List.of(x, data, sum)),
                set(y, sum.at(0))));
        double[] gradient = new double[1];
        Interpreter.of(Derivatives.gradient(program, wrt).program()).run(new double[] {2}, gradient, new double[] {5});
        assertThat(gradient).containsExactly(6);
        Interpreter.of(Derivatives.jvp(program, wrt).program())
                .run(new double[] {2}, new double[] {1}, new double[] {5});
        assertThat(wide).hasValue(0);
    }

    @Test
    void impureRoutineIsCalledThoughNobodyReadsItsResult() {
        AtomicInteger calls = new AtomicInteger();
        External log = External.impure("log")
                .readsConstant("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> c.give((double) calls.incrementAndGet()));
        Program program = program(new Call(List.of(t), log, List.of(x.at(0))), set(y, x.at(1)));
        Interpreter.of(Derivatives.gradient(program, wrt).program()).run(new double[2], new double[2]);
        assertThat(calls).hasValue(1);
        Interpreter.of(Derivatives.hessianVectorProduct(program, wrt).program())
                .run(new double[2], new double[2], new double[2]);
        assertThat(calls).hasValue(2);
    }

    @Test
    void pureRoutineIsNotCalledIfNobodyReadsItsOutputs() {
        AtomicInteger calls = new AtomicInteger();
        External fill = External.pure("fill")
                .reads("s", Type.DOUBLE)
                .writes("z", Type.DOUBLES)
                .computedBy(c -> calls.incrementAndGet());
        Variable z = reals("z");
        Program program = program(
                new Statement.Allocate(z, List.of(x.length())),
                new Call(List.of(), fill, List.of(Expr.constant(2.0), z)),
                set(y, x.at(1)));
        Interpreter.of(Derivatives.gradient(program, wrt).program()).run(new double[2], new double[2]);
        assertThat(calls).hasValue(0);
    }

    @Test
    void firstOrderRuleWithoutRulesIsRefusedAtSecondOrderByName() {
        External slope = External.pure("slope")
                .reads("x", Type.DOUBLE)
                .returns("d", Type.DOUBLE)
                .computedBy(c -> c.give(2 * c.real(0)));
        External square = External.pure("square")
                .reads("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> c.give(c.real(0) * c.real(0)))
                .partial("x", () -> Rule.of(slope));
        double[] gradient = new double[2];
        Interpreter.of(Derivatives.gradient(callOf(square), wrt).program()).run(new double[] {3, 5}, gradient);
        assertThat(gradient).containsExactly(30, 9);
        assertThatThrownBy(() -> Derivatives.hessianVectorProduct(callOf(square), wrt))
                .hasMessageContaining("external routine slope cannot be differentiated by [x]: it has no rule");
    }

    @Test
    void tangentRuleAloneIsRefusedInReverseForArrays() {
        External sum = External.pure("total")
                .reads("v", Type.DOUBLES)
                .returns("s", Type.DOUBLE)
                .tangent(() -> Rule.of(External.pure("totalTangent")
                        .reads("vDot", Type.DOUBLES)
                        .returns("d", Type.DOUBLE)));
        Program program = program(new Call(List.of(y), sum, List.of(x)));
        assertThatThrownBy(() -> Derivatives.gradient(program, wrt))
                .hasMessageContaining("total cannot be differentiated by [v]: it has a tangent rule only, which would"
                        + " have to be called once for each element of an array; declare an adjoint rule");
    }

    /** The sum of squares, with a tangent rule that is a procedure. */
    private static External squares(AtomicInteger calls) {
        Variable v = reals("v");
        Variable vDot = reals("vDot");
        Variable d = real("d");
        Variable i = integer("i");
        Procedure rule = procedure(
                "squaresTangent",
                List.of(v, vDot),
                List.of(d),
                set(d, Expr.constant(0.0)),
                count(
                        "along",
                        i,
                        ZERO,
                        v.length(),
                        set(d, d.plus(v.at(i).times(vDot.at(i)).times(2.0)))));
        return External.pure("squares")
                .reads("v", Type.DOUBLES)
                .returns("s", Type.DOUBLE)
                .tangent(() -> Rule.of(rule))
                .computedBy(c -> {
                    calls.incrementAndGet();
                    c.give(Arrays.stream(c.doubles(0)).map(a -> a * a).sum());
                });
    }

    @Test
    void tangentRuleThatIsAProcedureServesReverseForArrays() {
        Program program = program(new Call(List.of(t), squares(new AtomicInteger()), List.of(x)), set(y, t.times(t)));
        double[] gradient = new double[2];
        Interpreter.of(Derivatives.gradient(program, wrt).program()).run(new double[] {3, 5}, gradient);
        // (Σ x²)²: 4 Σ x² x, and along e₀ 8 x₀ x + 4 Σ x² e₀
        assertThat(gradient).containsExactly(4 * 34 * 3, 4 * 34 * 5);
        double[] product = new double[2];
        Interpreter.of(Derivatives.hessianVectorProduct(program, wrt).program())
                .run(new double[] {3, 5}, new double[] {1, 0}, gradient, product);
        assertThat(product).containsExactly(8 * 9 + 4 * 34, 8 * 15);
    }

    @Test
    void sameCallIsMadeOnceUnlessWhatItReadsHasChanged() {
        AtomicInteger calls = new AtomicInteger();
        External squares = squares(calls);
        Variable u = real("u");
        Program same = program(
                new Call(List.of(t), squares, List.of(x)),
                new Call(List.of(u), squares, List.of(x)),
                set(y, t.times(u)));
        double[] gradient = new double[2];
        Interpreter.of(Derivatives.gradient(same, wrt).program()).run(new double[] {3, 5}, gradient);
        assertThat(calls).hasValue(1);
        assertThat(gradient).containsExactly(4 * 34 * 3, 4 * 34 * 5);
        calls.set(0);
        Program changed = program(
                new Call(List.of(t), squares, List.of(x)),
                store(x, Expr.constant(1), x.at(0).times(2.0)),
                new Call(List.of(u), squares, List.of(x)),
                set(y, t.times(u)));
        Interpreter.of(Derivatives.gradient(changed, wrt).program()).run(new double[] {3, 5}, gradient);
        // (a² + b²) 5 a²: 20 a³ + 10 a b² and 10 a² b
        assertThat(calls).hasValue(2);
        assertThat(gradient).containsExactly(20 * 27 + 10 * 3 * 25, 10 * 9 * 5);
    }

    @Test
    void adjointRuleAloneIsRefusedForwardForArraysWritten() {
        External copy = External.pure("copy")
                .reads("v", Type.DOUBLES)
                .writes("z", Type.DOUBLES)
                .adjoint(() -> Rule.of(
                        External.pure("copyAdjoint").reads("zBar", Type.DOUBLES).updates("vBar", Type.DOUBLES)));
        Variable z = reals("z");
        Program program = program(
                new Statement.Allocate(z, List.of(x.length())),
                new Call(List.of(), copy, List.of(x, z)),
                set(y, z.at(0)));
        assertThatThrownBy(() -> Derivatives.jvp(program, wrt))
                .hasMessageContaining("it has an adjoint rule only, which gives tangents of a real result, not of"
                        + " arrays; declare a tangent rule");
    }

    @Test
    void ruleThatTakesAnUnknownNameIsRefused() {
        External square = External.pure("square")
                .reads("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .adjoint(() -> Rule.of(External.pure("squareAdjoint")
                        .reads("x", Type.DOUBLE)
                        .reads("seed", Type.DOUBLE)
                        .reads("yBar", Type.DOUBLE)
                        .returns("xBar", Type.DOUBLE)));
        assertThatThrownBy(() -> Derivatives.gradient(callOf(square), wrt))
                .hasMessageContaining("rule squareAdjoint of external routine square takes seed, which is no value,"
                        + " tangent or adjoint of that routine");
    }

    @Test
    void ruleThatLeavesOutAnActiveArgumentIsRefused() {
        External product = External.pure("product")
                .reads("a", Type.DOUBLE)
                .reads("b", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .adjoint(() -> Rule.of(External.pure("productAdjoint")
                        .reads("b", Type.DOUBLE)
                        .reads("yBar", Type.DOUBLE)
                        .returns("aBar", Type.DOUBLE)));
        Program program = program(new Call(List.of(y), product, List.of(x.at(0), x.at(1))));
        assertThatThrownBy(() -> Derivatives.gradient(program, wrt))
                .hasMessageContaining("no adjoint rule gives bBar; declare one that does, or declare b constant");
    }

    @Test
    void argumentDeclaredConstantCarriesNoDerivative() {
        External times = External.pure("times")
                .reads("a", Type.DOUBLE)
                .readsConstant("b", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> c.give(c.real(0) * c.real(1)))
                .partial(
                        "a",
                        () -> Rule.of(External.pure("second")
                                .reads("b", Type.DOUBLE)
                                .returns("d", Type.DOUBLE)
                                .computedBy(c -> c.give(c.real(0)))));
        Program program = program(new Call(List.of(y), times, List.of(x.at(0), x.at(1))));
        double[] gradient = new double[2];
        Interpreter.of(Derivatives.gradient(program, wrt).program()).run(new double[] {3, 5}, gradient);
        assertThat(gradient).containsExactly(5, 0);
    }

    @Test
    void oneArrayReadTwiceReceivesBothAdjoints() {
        External dot = External.pure("dot")
                .reads("a", Type.DOUBLES)
                .reads("b", Type.DOUBLES)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> c.give(Vectors.dot(c.doubles(0), c.doubles(1))))
                .adjoint(() -> Rule.of(External.pure("dotAdjoint")
                        .reads("a", Type.DOUBLES)
                        .reads("b", Type.DOUBLES)
                        .reads("yBar", Type.DOUBLE)
                        .writes("aBar", Type.DOUBLES)
                        .updates("bBar", Type.DOUBLES)
                        .computedBy(c -> {
                            for (int i = 0; i < c.doubles(0).length; i++) {
                                c.doubles(3)[i] = c.doubles(1)[i] * c.real(2);
                                c.doubles(4)[i] += c.doubles(0)[i] * c.real(2);
                            }
                        })));
        Program program = program(new Call(List.of(y), dot, List.of(x, x)));
        double[] gradient = new double[2];
        Interpreter.of(Derivatives.gradient(program, wrt).program()).run(new double[] {3, 5}, gradient);
        assertThat(gradient).containsExactly(6, 10);
    }

    @Test
    void arrayWrittenAndReadByOneCallIsRefused() {
        Program program = program(new Call(List.of(), Externals.scale(), List.of(x.at(0), x, x)), set(y, x.at(0)));
        assertThatThrownBy(() -> Derivatives.gradient(program, wrt))
                .hasMessageContaining("call of scale in f passes the array x both as x and as z");
    }

    @Test
    void wrongRuleIsFoundByComparison() {
        External wrong = Externals.mixed()
                .tangent(() -> Rule.of(External.pure("wrong")
                        .reads("a", Type.DOUBLE)
                        .reads("aDot", Type.DOUBLE)
                        .reads("bDot", Type.DOUBLE)
                        .returns("d", Type.DOUBLE)
                        .computedBy(c -> c.give(c.real(1) + c.real(2)))));
        Program program = program(new Call(List.of(y), wrong, List.of(x.at(0), x.at(1), Expr.constant(3))));
        Verdict verdict = Comparison.of(sample(program, new double[] {0.4, 1.3}), Comparison.Extent.USUAL);
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED);
        assertThat(verdict.check()).isEqualTo("tangent");
    }

    @Test
    void routineWithoutComplexFormComputesRealNumbersOnly() {
        Interpreter interpreter = Interpreter.of(callOf(blackBox()));
        assertThat(interpreter.complexMachine().run(new double[] {1.2, 2})).containsExactly(new Complex(3, 0));
        var machine = interpreter.complexMachine();
        machine.setArray(0, new double[] {1.2, 2}, new double[] {1e-20, 0});
        assertThatThrownBy(machine::run)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("external routine lookup has no complex form, and x has an imaginary part");
    }

    @Test
    void routineWithoutCodeIsRefusedByTheInterpreter() {
        External named = External.pure("remote")
                .reads("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .method("com.acme.Remote", "call");
        assertThatThrownBy(() -> Interpreter.of(callOf(named)))
                .hasMessageContaining("external routine remote, which has no code that the interpreter can run");
    }

    @Test
    void routineThatAsksForAnotherTypeIsTold() {
        External confused = External.pure("confused")
                .reads("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> c.give((double) c.integer(0)));
        assertThatThrownBy(() -> Interpreter.of(callOf(confused)).run((Object) new double[2]))
                .hasMessageContaining(
                        "parameter x of external routine confused is asked for as an int, but declared" + " as double");
        External silent = External.pure("silent")
                .reads("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> {});
        assertThatThrownBy(() -> Interpreter.of(callOf(silent)).run((Object) new double[2]))
                .hasMessageContaining("external routine silent gave no result, expected a double; call give");
    }

    @Test
    void valuesThatNoRuleTakesAreNotKept() {
        Variable w = reals("w");
        Variable i = integer("i");
        Program program = program(
                new Statement.Allocate(w, List.of(x.length())),
                new Call(List.of(), scaleByTwo(), List.of(x, w)),
                count("overwrite", i, ZERO, x.length(), store(w, i, w.at(i).times(3.0))),
                new Call(List.of(), scaleByTwo(), List.of(w, x)),
                set(y, x.at(0)));
        assertThat(Derivatives.gradient(program, wrt).program().entry().toString())
                .doesNotContain("save");
    }

    private static External scaleByTwo() {
        return External.pure("twice")
                .reads("v", Type.DOUBLES)
                .writes("z", Type.DOUBLES)
                .adjoint(() -> Rule.of(External.pure("twiceAdjoint")
                        .reads("zBar", Type.DOUBLES)
                        .updates("vBar", Type.DOUBLES)));
    }
}
