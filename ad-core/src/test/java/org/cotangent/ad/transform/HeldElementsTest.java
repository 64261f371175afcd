package org.cotangent.ad.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.For;
import org.cotangent.ad.ir.Statement.Store;
import org.junit.jupiter.api.Test;

class HeldElementsTest {

    private final Variable a = Variable.of("a", Type.DOUBLES);
    private final Variable x = Variable.of("x", Type.DOUBLES);
    private final Variable k = Variable.of("k", Type.INT);
    private final Variable i = Variable.of("i", Type.INT);
    private final Variable j = Variable.of("j", Type.INT);

    private static For count(String label, Variable counter, Expr to, Statement... body) {
        return new For(label, counter, Expr.constant(0), to, 1, Block.of(body));
    }

    private Program program(Statement... statements) {
        return Program.of(new Procedure("f", List.of(a, x, k), List.of(), Block.of(statements)));
    }

    private static Program held(Program program) {
        return HeldElements.of(program, Names.of(program), Set.of());
    }

    private static long stores(Program program, String loop) {
        long[] stores = {0};
        Walk.statements(program.entry().body(), statement -> {
            if (statement instanceof For found && found.label().equals(loop)) {
                Walk.statements(found.body(), inner -> stores[0] += inner instanceof Store ? 1 : 0);
            }
        });
        return stores[0];
    }

    private Statement sum() {
        return new Store(a, k, a.at(k).plus(x.at(i)));
    }

    private static void requireSameEffect(Program program, int element) {
        double[] before = {1, 2, 3};
        double[] expected = before.clone();
        double[] found = before.clone();
        double[] data = {0.1, 0.2, 0.7};
        Interpreter.of(program).run(expected, data, element);
        Interpreter.of(held(program)).run(found, data, element);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void sumsOfALoopStayInARegister() {
        Program program = program(count("sum", i, x.length(), sum()));
        assertThat(stores(held(program), "sum")).as(held(program).toString()).isZero();
        requireSameEffect(program, 2);
    }

    @Test
    void nothingIsTouchedWhereNoTurnIsMade() {
        Program program = program(count("sum", i, Expr.constant(0).minus(k), sum()));
        assertThat(stores(held(program), "sum")).isZero();
        requireSameEffect(program, 1_000);
    }

    @Test
    void theOutermostLoopOfConstantIndexHolds() {
        Statement inner = count("inner", j, x.length(), new Store(a, k, a.at(k).times(x.at(j))));
        Program program = program(count("outer", i, x.length(), sum(), inner));
        assertThat(stores(held(program), "outer")).as(held(program).toString()).isZero();
        requireSameEffect(program, 1);
    }

    @Test
    void whatOnlySomeTurnsReachIsLeftInMemory() {
        Expr condition = Expr.apply(Op.INTEGER_LESS, i, k.minus(1_000));
        Statement guarded = new Statement.If(condition, Block.of(sum()), Block.of());
        Program program = program(count("sum", i, x.length(), guarded));
        assertThat(stores(held(program), "sum")).isOne();
        requireSameEffect(program, 900);
    }

    @Test
    void otherElementsAreSeen() {
        Program program =
                program(count("sum", i, x.length(), new Store(a, k, a.at(i).plus(a.at(k)))));
        assertThat(stores(held(program), "sum")).isOne();
        requireSameEffect(program, 1);
    }

    @Test
    void anIndexThatMovesIsFollowed() {
        Program program = program(count("sum", i, x.length().minus(1), sum(), new Assign(k, k.plus(1))));
        assertThat(stores(held(program), "sum")).isOne();
        requireSameEffect(program, 0);
    }

    @Test
    void arraysThatMayBeTheSameAreNotHeld() {
        Variable other = Variable.of("other", Type.DOUBLES);
        Expr even = Expr.apply(Op.INTEGER_LESS, k, Expr.constant(1));
        Program program = program(
                new Assign(other, x),
                new Statement.If(even, Block.of(new Assign(other, a)), Block.of()),
                count("sum", i, x.length(), new Store(a, k, a.at(k).plus(other.at(i)))));
        assertThat(stores(held(program), "sum")).isOne();
        requireSameEffect(program, 0);
    }

    @Test
    void loopsThatAreLeftEarlyKeepTheirStores() {
        Expr end = Expr.apply(Op.INTEGER_LESS, k, i);
        Program program = program(count(
                "sum", i, x.length(), sum(), new Statement.If(end, Block.of(new Statement.Break("sum")), Block.of())));
        assertThat(stores(held(program), "sum")).isOne();
        requireSameEffect(program, 1);
    }

    @Test
    void adjointsOfInvariantReadsAreHeld() {
        Variable y = Variable.of("y", Type.DOUBLE);
        Program program = Program.of(new Procedure(
                "f",
                List.of(a, x, k),
                List.of(y),
                Block.of(
                        new Assign(y, Expr.constant(0.0)),
                        count("sum", i, x.length(), new Assign(y, y.plus(a.at(k).times(x.at(i))))))));
        Program gradient = Derivatives.gradient(program, List.of(a, x)).program();
        double[] aBar = new double[3];
        double[] xBar = new double[3];
        Interpreter.of(gradient).run(new double[] {1, 2, 3}, aBar, new double[] {0.1, 0.2, 0.7}, xBar, 1);
        assertThat(aBar).containsExactly(0, 0.1 + 0.2 + 0.7, 0);
        assertThat(xBar).containsExactly(2, 2, 2);
        assertThat(gradient.toString()).contains("aBarSum");
    }
}
