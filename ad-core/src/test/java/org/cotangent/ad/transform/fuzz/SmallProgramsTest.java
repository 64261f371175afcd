package org.cotangent.ad.transform.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotangent.ad.transform.fuzz.Code.ZERO;
import static org.cotangent.ad.transform.fuzz.Code.call;
import static org.cotangent.ad.transform.fuzz.Code.count;
import static org.cotangent.ad.transform.fuzz.Code.either;
import static org.cotangent.ad.transform.fuzz.Code.integer;
import static org.cotangent.ad.transform.fuzz.Code.matrix;
import static org.cotangent.ad.transform.fuzz.Code.procedure;
import static org.cotangent.ad.transform.fuzz.Code.real;
import static org.cotangent.ad.transform.fuzz.Code.reals;
import static org.cotangent.ad.transform.fuzz.Code.repeat;
import static org.cotangent.ad.transform.fuzz.Code.sample;
import static org.cotangent.ad.transform.fuzz.Code.set;
import static org.cotangent.ad.transform.fuzz.Code.store;
import static org.cotangent.ad.transform.fuzz.Code.when;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.junit.jupiter.api.Test;

/** The smallest programs that once had a wrong derivative. */
class SmallProgramsTest {

    private final Variable x = reals("x");
    private final Variable m = matrix("m");
    private final Variable y = real("y");
    private final Variable s = real("s");
    private final Variable i = integer("i");

    private static void requireAgreement(Sample sample) {
        Verdict verdict = Comparison.of(sample, Comparison.Extent.ALL);
        assertThat(verdict.outcome()).as(() -> verdict + "\n" + sample).isEqualTo(Verdict.Outcome.AGREED);
    }

    @Test
    void memoryStaysLiveWhenAReferenceToItIsRestored() {
        Variable rows = matrix("rows");
        Program program = Program.of(procedure(
                "f",
                List.of(x),
                List.of(y),
                new Statement.Allocate(rows, List.of(Expr.constant(3))),
                store(rows, Expr.constant(2), x),
                set(y, x.at(1))));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
    }

    @Test
    void rowsAreWhereTheyWereAfterReferencesAreOverwritten() {
        Variable row = reals("row");
        Program program = Program.of(procedure(
                "f",
                List.of(m),
                List.of(y),
                set(row, m.at(0)),
                store(m, Expr.constant(1), m.at(0)),
                store(m, ZERO, row),
                set(y, m.at(1).at(0))));
        requireAgreement(sample(program, (Object) new double[][] {{0.3, -0.7}, {0.2, 0.9}}));
    }

    @Test
    void aRowIsChosenByWhatTheReferenceReferredToBefore() {
        Variable row = reals("row");
        Program program = Program.of(procedure(
                "f",
                List.of(m),
                List.of(y),
                set(row, m.at(1)),
                set(row, m.at(row.at(0).map(Op.DOUBLE_TO_INT))),
                set(y, row.at(1).square())));
        requireAgreement(sample(program, (Object) new double[][] {{0.3, -0.7}, {0.2, 0.9}}));
        requireAgreement(sample(program, (Object) new double[][] {{1.3, -0.7}, {0.2, 0.9}}));
    }

    @Test
    void registersHoldZeroBeforeTheirOnlyAssignment() {
        Program program = Program.of(procedure(
                "f",
                List.of(x),
                List.of(y),
                set(y, x.at(0).times(s).plus(x.at(1).sin())),
                set(s, y.square()),
                set(y, y.plus(s))));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
    }

    @Test
    void anAssignmentThatReadsItsTargetFindsZeroFirst() {
        Program program = Program.of(
                procedure("f", List.of(x), List.of(y), set(s, s.hypot(x.at(0).square())), set(y, s)));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
    }

    @Test
    void loopsOfIndependentTurnsKeepTheProceduresTheyCall() {
        Variable u = reals("u");
        Program program = Program.of(
                procedure(
                        "f",
                        List.of(x),
                        List.of(y),
                        set(y, x.at(0)),
                        count("loop", i, ZERO, Expr.constant(2), call(List.of(), "nothing", x))),
                procedure("nothing", List.of(u), List.of()));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
    }

    @Test
    void anAssignmentInALoopThatNeverRunsLeavesTheOneBeforeIt() {
        Variable fuel = integer("fuel");
        Expr never = fuel.lessThan(Expr.constant(2)).and(x.at(0).greaterThan(5));
        Program program = Program.of(procedure(
                "f",
                List.of(x),
                List.of(y),
                set(s, 0.5),
                repeat(
                        "loop",
                        never,
                        set(fuel, fuel.plus(1)),
                        either(x.at(1).greaterThan(0.1), set(y, x.at(1)), set(s, y.tanh()))),
                set(y, s.times(0.55))));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
    }

    @Test
    void theAdjointOfAnArrayMadeByACalleeGetsThere() {
        Variable u = reals("u");
        Variable found = reals("found");
        Variable got = reals("got");
        Program program = Program.of(
                procedure("f", List.of(x), List.of(y), call(List.of(got), "copy", x), set(y, got.at(0))),
                procedure(
                        "copy",
                        List.of(u),
                        List.of(found),
                        new Statement.Allocate(found, List.of(Expr.constant(3))),
                        store(found, ZERO, u.at(0))));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
    }

    @Test
    void anIntegerArgumentKeepsItsValueWhenTheCalleeStoresWhatItWasComputedFrom() {
        Variable u = reals("u");
        Variable k = integer("k");
        Expr index = x.at(0).lessThan(0.5).select(Expr.constant(0), Expr.constant(1));
        Program program = Program.of(
                procedure("f", List.of(x), List.of(y), call(List.of(), "move", x, index), set(y, x.at(0))),
                procedure(
                        "move",
                        List.of(u, k),
                        List.of(),
                        store(u, k, u.at(2).times(u.at(k)).plus(1))));
        requireAgreement(sample(program, new double[] {0.3, -0.7, 1.4}));
    }

    @Test
    void aCalleeWithInactiveArgumentsKeepsTangentsThatItsReverseSweepTakes() {
        Variable depth = integer("depth");
        Variable p = real("p");
        Variable r = real("r");
        Variable r2 = real("r2");
        Variable got = real("got");
        Variable got2 = real("got2");
        Statement next = new Statement.Continue("loop");
        Program program = Program.of(
                procedure(
                        "f",
                        List.of(x),
                        List.of(y),
                        call(List.of(got, got2), "nested", Expr.constant(1), x.at(0)),
                        call(List.of(got, s), "nested", Expr.constant(2), got2),
                        set(y, got.times(got))),
                procedure(
                        "nested",
                        List.of(depth, p),
                        List.of(r, r2),
                        set(r, 2.5),
                        set(r2, r),
                        count(
                                "loop",
                                i,
                                ZERO,
                                Expr.constant(2),
                                when(
                                        r.greaterThan(-1),
                                        set(r, r2.hypot(p.square().plus(0.8)).times(0.25)),
                                        next)),
                        when(
                                depth.greaterThan(ZERO),
                                call(List.of(got, s), "nested", depth.minus(1), Expr.constant(0.9)))));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
    }

    @Test
    void anArrayPassedTwiceToACalleeThatOnlyReadsItHasTheAdjointsOfBoth() {
        Variable u = reals("u");
        Variable v = reals("v");
        Variable b = real("b");
        Variable p = real("p");
        Variable r = real("r");
        Program program = Program.of(
                procedure(
                        "f",
                        List.of(b, x),
                        List.of(y),
                        store(x, ZERO, b),
                        call(List.of(y), "both", Expr.constant(0.7), x, x)),
                procedure(
                        "both",
                        List.of(p, u, v),
                        List.of(r),
                        set(p, v.at(0).sin().times(0.9)),
                        set(
                                r,
                                Expr.constant(0.5)
                                        .minus(u.at(1))
                                        .times(u.at(0).minus(u.at(1)))
                                        .sqrt()),
                        set(p, p.times(0.7)),
                        set(r, r.plus(p.sin()))));
        requireAgreement(sample(program, -0.2, new double[] {0.3, -1.3}));
    }

    @Test
    void aResultThatIsACopyIsZeroWhereTheProcedureReturnsBeforeIt() {
        Variable y2 = real("y2");
        Program program = Program.of(procedure(
                "f",
                List.of(x),
                List.of(y, y2),
                set(y, x.at(0)),
                set(s, x.at(1).times(3)),
                when(x.at(0).greaterThan(0.1), new Statement.Return()),
                set(y, y.plus(s)),
                set(y2, s)));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
        requireAgreement(sample(program, new double[] {-0.3, -0.7}));
    }

    @Test
    void adjointsInAnArrayMadeByACalleeAreDifferentiatedOnceMore() {
        Variable u = reals("u");
        Variable found = reals("found");
        Variable got = reals("got");
        Program program = Program.of(
                procedure(
                        "f",
                        List.of(x),
                        List.of(y),
                        call(List.of(got), "copy", x),
                        set(y, got.at(1).times(got.at(1)))),
                procedure(
                        "copy",
                        List.of(u),
                        List.of(found),
                        new Statement.Allocate(found, List.of(Expr.constant(2))),
                        store(found, Expr.constant(1), u.at(1))));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
    }

    @Test
    void proceduresCalledUnchangedKeepTheSignOfZero() {
        Variable r = real("r");
        Program program = Program.of(
                procedure("f", List.of(x), List.of(y), call(List.of(y), "zero"), store(x, ZERO, y)),
                procedure(
                        "zero",
                        List.of(),
                        List.of(r),
                        set(r, 0.0),
                        set(r, r.negate().times(0.5))));
        requireAgreement(sample(program, new double[] {0.3, -0.7}));
    }
}
