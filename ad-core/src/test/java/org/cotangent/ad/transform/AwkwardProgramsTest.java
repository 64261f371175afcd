package org.cotangent.ad.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement.Allocate;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.Call;
import org.cotangent.ad.ir.Statement.For;
import org.cotangent.ad.ir.Statement.If;
import org.cotangent.ad.ir.Statement.Restore;
import org.cotangent.ad.ir.Statement.Save;
import org.cotangent.ad.ir.Statement.Store;
import org.cotangent.ad.ir.Statement.Throw;
import org.junit.jupiter.api.Test;

/** Small programs of kinds that once had wrong derivatives, or must be refused. */
class AwkwardProgramsTest {

    private static final Expr ZERO = Expr.constant(0);

    private final Variable x = Variable.of("x", Type.DOUBLES);
    private final Variable y = Variable.of("y", Type.DOUBLE);
    private final Variable k = Variable.of("k", Type.INT);

    /** Central differences of values of order 1 to 1000 with step 1e-5 are good to about 1e-6 relative. */
    private static void gradientIsThatOfDifferences(Program program, double... point) {
        Variable x = program.entry().parameters().get(0);
        Interpreter primal = Interpreter.of(program);
        double[] gradient = new double[point.length];
        Object value = Interpreter.of(Derivatives.gradient(program, List.of(x)).program())
                .run(point.clone(), gradient)[0];
        assertThat(value).isEqualTo(primal.run((Object) point.clone())[0]);
        double h = 1e-5;
        for (int i = 0; i < point.length; i++) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[i] += h;
            below[i] -= h;
            double slope = ((Double) primal.run((Object) above)[0] - (Double) primal.run((Object) below)[0]) / (2 * h);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
        }
    }

    private Procedure procedure(String name, Block body) {
        return new Procedure(name, List.of(x), List.of(y), body);
    }

    @Test
    void arrayMadeByACalleeCarriesItsAdjoint() {
        Variable p = Variable.of("p", Type.DOUBLES);
        Variable a = Variable.of("a", Type.DOUBLES);
        Variable made = Variable.of("made", Type.DOUBLES);
        Procedure squares = new Procedure(
                "squares",
                List.of(p),
                List.of(a),
                Block.of(
                        new Allocate(a, List.of(p.length())),
                        new For(
                                "f",
                                k,
                                ZERO,
                                p.length(),
                                1,
                                Block.of(new Store(a, k, p.at(k).times(p.at(k)))))));
        Procedure sum = procedure(
                "sum",
                Block.of(
                        new Call(List.of(made), "squares", List.of(x)),
                        new For(
                                "g",
                                k,
                                ZERO,
                                made.length(),
                                1,
                                Block.of(new Assign(y, y.plus(made.at(k).times(made.at(k))))))));
        gradientIsThatOfDifferences(Program.of(sum, squares), 2, 3, 4);
    }

    @Test
    void integerArgumentLoadedFromAnArrayThatTheCalleeWritesIsRemembered() {
        Variable index = Variable.of("index", Type.INTS);
        Variable n = Variable.of("n", Type.INT);
        Variable p = Variable.of("p", Type.DOUBLES);
        Variable r = Variable.of("r", Type.DOUBLE);
        Procedure callee = new Procedure(
                "f",
                List.of(index, n, p),
                List.of(r),
                Block.of(
                        new Store(index, ZERO, index.at(0).plus(1)),
                        new Assign(r, p.at(n).times(p.at(n)))));
        Variable local = Variable.of("local", Type.INTS);
        Procedure entry = procedure(
                "g",
                Block.of(
                        new Allocate(local, List.of(Expr.constant(1))),
                        new Call(List.of(y), "f", List.of(local, local.at(0), x))));
        gradientIsThatOfDifferences(Program.of(entry, callee), 2, 3, 4);
    }

    @Test
    void registerThatBecomesACounterIsNotTakenForItsFirstValue() {
        Block body = Block.of(
                new Assign(k, Expr.constant(1)),
                new Assign(y, x.at(k).times(x.at(k))),
                new For("f", k, ZERO, x.length(), 1, Block.of(new Assign(y, y.times(x.at(k))))));
        gradientIsThatOfDifferences(Program.of(procedure("f", body)), 2, 5, 3);
    }

    @Test
    void registerThatBecomesACounterIsPutBack() {
        Variable outer = Variable.of("outer", Type.INT);
        Block inside = Block.of(
                new Assign(k, Expr.constant(1)),
                new Assign(y, y.times(x.at(k)).plus(x.at(0))),
                new For(
                        "f",
                        k,
                        ZERO,
                        x.length(),
                        1,
                        Block.of(new Assign(y, y.times(x.at(k)).sin()))));
        Block body = Block.of(new Assign(y, x.at(0)), new For("o", outer, ZERO, Expr.constant(3), 1, inside));
        gradientIsThatOfDifferences(Program.of(procedure("f", body)), 0.4, 0.7, 1.3);
    }

    @Test
    void registerReadBeforeItIsAssignedHoldsZeroAgain() {
        Block body = Block.of(
                new Assign(y, x.at(k).times(x.at(k))), new Assign(k, Expr.constant(1)), new Assign(y, y.plus(x.at(k))));
        gradientIsThatOfDifferences(Program.of(procedure("f", body)), 2, 3);
    }

    @Test
    void storeOfARestoredRegisterIntoAnOutputStays() {
        Variable out = Variable.of("out", Type.DOUBLES);
        Variable t = Variable.of("t", Type.DOUBLE);
        Site site = Site.of("s", Type.DOUBLE);
        Procedure procedure = new Procedure(
                "f",
                List.of(x, out),
                List.of(),
                Block.of(new Save(site, x.at(0).times(2)), new Restore(site, t), new Store(out, ZERO, t)));
        double[] values = {7};
        double[] xBar = new double[1];
        Derivation vjp = Derivatives.vjp(Program.of(procedure), List.of(x), List.of(out));
        Interpreter.of(vjp.program()).run(new double[] {3}, xBar, values, new double[] {1});
        assertThat(values).containsExactly(6);
        assertThat(xBar).containsExactly(2);
    }

    @Test
    void calleeThatOnlyThrowsIsCalled() {
        Variable p = Variable.of("p", Type.DOUBLES);
        Procedure require = new Procedure(
                "require",
                List.of(p),
                List.of(),
                Block.of(new If(
                        p.at(0).lessThan(0),
                        Block.of(new Throw("java.lang.IllegalArgumentException", "negative")),
                        Block.of())));
        Procedure entry = procedure(
                "f",
                Block.of(
                        new Call(List.of(), "require", List.of(x)),
                        new Assign(y, x.at(0).times(2))));
        Interpreter gradient = Interpreter.of(
                Derivatives.gradient(Program.of(entry, require), List.of(x)).program());
        assertThatThrownBy(() -> gradient.run(new double[] {-1}, new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("negative");
    }

    @Test
    void refusesOneArrayGivenTwiceToACalleeThatWritesIt() {
        Variable p = Variable.of("p", Type.DOUBLES);
        Variable q = Variable.of("q", Type.DOUBLES);
        Variable r = Variable.of("r", Type.DOUBLE);
        Procedure callee = new Procedure(
                "f",
                List.of(p, q),
                List.of(r),
                Block.of(new Store(p, ZERO, q.at(0).times(3)), new Assign(r, q.at(0))));
        Procedure entry = procedure("g", Block.of(new Call(List.of(y), "f", List.of(x, x))));
        assertThatThrownBy(() -> Derivatives.gradient(Program.of(entry, callee), List.of(x)))
                .hasMessage(
                        "call of f in g passes the array x both as p and as q, and the callee writes it; pass a copy");
    }

    @Test
    void arrayMadeByACalleeIsReadBeforeTheCallIsUndone() {
        Variable p = Variable.of("p", Type.DOUBLES);
        Variable a = Variable.of("a", Type.DOUBLES);
        Variable b = Variable.of("b", Type.DOUBLES);
        Variable made = Variable.of("made", Type.DOUBLES);
        Variable first = Variable.of("first", Type.DOUBLE);
        Procedure make = new Procedure(
                "make",
                List.of(p),
                List.of(a),
                Block.of(
                        new Allocate(a, List.of(Expr.constant(1))),
                        new Store(a, ZERO, p.at(0).times(p.at(1)))));
        Block body = Block.of(
                new Allocate(b, List.of(Expr.constant(1))),
                new Store(b, ZERO, x.at(0)),
                new Assign(first, b.at(0)),
                new Call(List.of(made), "make", List.of(x)),
                new Assign(y, first.times(made.at(0))));
        gradientIsThatOfDifferences(Program.of(procedure("f", body), make), 1.1, 0.9);
    }

    @Test
    void arraysGivenTwiceInOneCallStayApartInOthers() {
        Variable p = Variable.of("p", Type.DOUBLES);
        Variable q = Variable.of("q", Type.DOUBLES);
        Variable product = Variable.of("product", Type.DOUBLES);
        Variable a = Variable.of("a", Type.DOUBLES);
        Variable b = Variable.of("b", Type.DOUBLES);
        Procedure multiply = new Procedure(
                "multiply",
                List.of(p, q, product),
                List.of(),
                Block.of(new Store(product, ZERO, p.at(0).times(q.at(0)))));
        Block body = Block.of(
                new Allocate(a, List.of(x.length())),
                new Allocate(b, List.of(x.length())),
                new Call(List.of(), "multiply", List.of(x, x, a)),
                new Call(List.of(), "multiply", List.of(a, x, b)),
                new Call(List.of(), "multiply", List.of(b, x, a)),
                new Assign(y, a.at(0).times(b.at(0))));
        gradientIsThatOfDifferences(Program.of(procedure("f", body), multiply), 1.1);
    }

    @Test
    void wideStepsGoBackTheWayTheyCame() {
        Block body = Block.of(
                new Assign(y, x.at(0)),
                new For(
                        "f",
                        k,
                        Expr.constant(-2_000_000_000),
                        Expr.constant(2_000_000_000),
                        1_000_000_000,
                        Block.of(new Assign(y, y.times(y).times(x.at(1))))));
        gradientIsThatOfDifferences(Program.of(procedure("f", body)), 1.1, 0.9);
    }

    @Test
    void refusesBoundsThatTheBodyAssigns() {
        Variable n = Variable.of("n", Type.INT);
        Block body = Block.of(
                new Assign(n, x.length()),
                new For("f", k, ZERO, n, 1, Block.of(new Assign(y, y.plus(x.at(k))), new Assign(n, Expr.constant(2)))));
        assertThatThrownBy(() -> Derivatives.gradient(Program.of(procedure("f", body)), List.of(x)))
                .hasMessage(
                        "bound n of loop f of f reads n, which the body assigns; bounds must not change, use a while"
                                + " loop instead");
    }

    @Test
    void refusesACallWithTheWrongNumberOfArguments() {
        Procedure callee = procedure("f", Block.of(new Assign(y, x.at(0))));
        Variable z = Variable.of("z", Type.DOUBLE);
        Procedure entry = new Procedure("g", List.of(x), List.of(z), Block.of(new Call(List.of(z), "f", List.of())));
        assertThatThrownBy(() -> Derivatives.gradient(Program.of(entry, callee), List.of(x)))
                .hasMessage("call of f in g passes [] and receives [double], expected [double[]] and [double]");
    }
}
