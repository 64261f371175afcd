package org.cotangent.ad.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.junit.jupiter.api.Test;

class InfluenceTest {

    private final Variable x = Variable.of("x", Type.DOUBLE);
    private final Variable data = Variable.of("data", Type.DOUBLE);
    private final Variable result = Variable.of("result", Type.DOUBLE);
    private final Variable count = Variable.of("count", Type.INT);

    private List<Influence.Finding> findings(Statement... statements) {
        Procedure procedure = new Procedure("f", List.of(x, data), List.of(result), Statement.Block.of(statements));
        return Influence.of(Program.of(procedure), List.of(x), List.of());
    }

    private Statement set(Expr value) {
        return new Statement.Assign(result, value);
    }

    @Test
    void findsConditionsOnVariables() {
        Expr condition = x.lessThan(1);
        Statement branch = new Statement.If(
                Expr.apply(Op.AND_ALSO, data.lessThan(2), condition),
                Statement.Block.of(set(x)),
                Statement.Block.of(set(x.negate())));
        assertThat(findings(branch)).containsExactly(new Influence.Decision(condition));
    }

    @Test
    void conditionsOnDataAreNoFinding() {
        assertThat(findings(new Statement.If(data.lessThan(1), Statement.Block.of(set(x)), Statement.Block.of())))
                .isEmpty();
    }

    @Test
    void findsConditionsInsideExpressions() {
        Expr condition = x.lessThan(1);
        assertThat(findings(set(Expr.apply(Op.CONDITIONAL, condition, x, data))))
                .containsExactly(new Influence.Decision(condition));
    }

    @Test
    void findsValuesCutToIntegers() {
        Expr cut = Expr.apply(Op.DOUBLE_TO_INT, x.times(2));
        assertThat(findings(
                        new Statement.Assign(count, cut),
                        set(x.plus(count.toReal())),
                        new Statement.Assign(count, Expr.apply(Op.DOUBLE_TO_INT, data))))
                .containsExactly(new Influence.Truncation(cut));
    }

    @Test
    void findsVariablesThatNothingDependsOn() {
        assertThat(findings(set(data.times(3)))).containsExactly(new Influence.NoInfluence(x));
    }

    @Test
    void findsRoutinesWithoutRulesThatTakeVariables() {
        External opaque = External.impure("opaque").reads("a", Type.DOUBLE).returns("b", Type.DOUBLE);
        External other = External.impure("opaque").reads("a", Type.DOUBLE).returns("b", Type.DOUBLE);
        Variable first = Variable.of("first", Type.DOUBLE);
        Variable second = Variable.of("second", Type.DOUBLE);
        assertThat(findings(
                        new Statement.Call(List.of(first), opaque, List.of(x)),
                        new Statement.Call(List.of(second), other, List.of(data)),
                        set(first.plus(second).plus(x))))
                .containsExactly(new Influence.NoRule(opaque));
    }

    @Test
    void looksIntoProceduresAsTheyAreCalled() {
        Variable p = Variable.of("p", Type.DOUBLE);
        Variable inner = Variable.of("inner", Type.DOUBLE);
        Expr condition = p.lessThan(0);
        Procedure helper = new Procedure(
                "helper",
                List.of(p),
                List.of(inner),
                Statement.Block.of(
                        new Statement.Assign(inner, p),
                        new Statement.If(
                                condition,
                                Statement.Block.of(new Statement.Assign(inner, p.negate())),
                                Statement.Block.of())));
        Variable y = Variable.of("y", Type.DOUBLE);
        Procedure entry = new Procedure(
                "f",
                List.of(x, data),
                List.of(result),
                Statement.Block.of(new Statement.Call(List.of(y), "helper", List.of(data)), set(x.plus(y))));
        assertThat(Influence.of(Program.of(entry, helper), List.of(x), List.of()))
                .isEmpty();
        assertThat(Influence.of(Program.of(entry, helper), List.of(data), List.of()))
                .containsExactly(new Influence.Decision(condition));
    }
}
