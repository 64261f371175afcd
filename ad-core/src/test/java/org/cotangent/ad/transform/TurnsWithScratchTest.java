package org.cotangent.ad.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.For;
import org.junit.jupiter.api.Test;

/** Sums over data whose turns work in arrays. */
class TurnsWithScratchTest {

    private static final Expr ZERO = Expr.constant(0);

    private final Variable x = Variable.of("x", Type.DOUBLES);
    private final Variable data = Variable.of("data", Type.DOUBLES);
    private final Variable sum = Variable.of("sum", Type.DOUBLE);
    private final Variable work = Variable.of("work", Type.DOUBLES);
    private final Variable i = Variable.of("i", Type.INT);
    private final Variable j = Variable.of("j", Type.INT);
    private final Variable k = Variable.of("k", Type.INT);
    private final Variable inner = Variable.of("inner", Type.DOUBLE);
    private final Variable next = Variable.of("next", Type.INT);

    private static For count(String label, Variable counter, Expr to, Statement... body) {
        return new For(label, counter, ZERO, to, 1, Block.of(body));
    }

    /** The sum over data of the sum over j of sin(x_j data_i)², the sines kept in an array. */
    private Program sines(Statement... fill) {
        return program(
                new Statement.Allocate(work, List.of(x.length())),
                count(
                        "points",
                        i,
                        data.length(),
                        Block.of(fill),
                        new Assign(inner, Expr.constant(0.0)),
                        count(
                                "squares",
                                k,
                                x.length(),
                                new Assign(inner, inner.plus(work.at(k).square()))),
                        new Assign(sum, sum.plus(inner))));
    }

    private Program program(Statement... statements) {
        return Program.of(new Procedure("f", List.of(x, data), List.of(sum), Block.of(statements)));
    }

    private Statement filled() {
        return count(
                "fill",
                j,
                x.length(),
                new Statement.Store(work, j, x.at(j).times(data.at(i)).sin()));
    }

    private static List<Statement> saves(Statement.Block block) {
        List<Statement> saves = new ArrayList<>();
        Walk.statements(block, s -> {
            if (s instanceof Statement.Save) {
                saves.add(s);
            }
        });
        return saves;
    }

    private static long loops(Program program) {
        return program.entry().body().statements().stream()
                .filter(For.class::isInstance)
                .count();
    }

    private void gradientIsRight(Program gradient) {
        double[] point = {0.3, -1.2, 0.7};
        double[] given = {0.5, 1.5, -0.4, 2.1};
        double[] bar = new double[point.length];
        Object value = Interpreter.of(gradient).run(point, bar, given)[0];
        double expected = 0;
        for (double d : given) {
            for (double p : point) {
                expected += Math.sin(p * d) * Math.sin(p * d);
            }
        }
        assertThat((Double) value).isCloseTo(expected, within(1e-14));
        for (int n = 0; n < point.length; n++) {
            double slope = 0;
            for (double d : given) {
                slope += d * Math.sin(2 * point[n] * d);
            }
            assertThat(bar[n]).isCloseTo(slope, within(1e-14));
        }
    }

    @Test
    void turnsThatFillAnArrayShareOneLoopWithTheirAdjoints() {
        Program gradient = Derivatives.gradient(sines(filled()), List.of(x)).program();
        gradientIsRight(gradient);
        // One loop clears the gradient, one runs over the data.
        assertThat(loops(gradient)).as(gradient.toString()).isEqualTo(2);
    }

    @Test
    void arraysMadeInATurnAreItsOwn() {
        Program program = program(count(
                "points",
                i,
                data.length(),
                new Statement.Allocate(work, List.of(x.length())),
                filled(),
                new Assign(inner, Expr.constant(0.0)),
                count(
                        "squares",
                        k,
                        x.length(),
                        new Assign(inner, inner.plus(work.at(k).square()))),
                new Assign(sum, sum.plus(inner))));
        Program gradient = Derivatives.gradient(program, List.of(x)).program();
        gradientIsRight(gradient);
        assertThat(loops(gradient)).as(gradient.toString()).isEqualTo(2);
    }

    private Program pairs(Statement... fill) {
        return program(
                new Statement.Allocate(work, List.of(Expr.constant(2))),
                count(
                        "points",
                        i,
                        data.length(),
                        Block.of(fill),
                        new Assign(
                                sum,
                                sum.plus(work.at(0).square().plus(work.at(1).square())))));
    }

    @Test
    void arraysMayBeFilledElementByElement() {
        Statement first = new Statement.Store(
                work, Expr.constant(0), x.at(0).times(data.at(i)).sin());
        Statement second = new Statement.Store(
                work, Expr.constant(1), x.at(1).times(data.at(i)).sin());
        Program gradient =
                Derivatives.gradient(pairs(second, first), List.of(x)).program();
        assertThat(loops(gradient)).as(gradient.toString()).isEqualTo(2);
        double[] bar = new double[2];
        Interpreter.of(gradient).run(new double[] {0.3, -1.2}, bar, new double[] {0.5, 1.5});
        assertThat(bar[0]).isCloseTo(0.5 * Math.sin(0.3) + 1.5 * Math.sin(0.9), within(1e-15));
        assertThat(bar[1]).isCloseTo(0.5 * Math.sin(-1.2) + 1.5 * Math.sin(-3.6), within(1e-15));
    }

    @Test
    void anElementLeftFromTheTurnBeforeIsKept() {
        Statement only = new Statement.Store(
                work, Expr.constant(0), x.at(0).times(data.at(i)).plus(work.at(1)));
        Statement late = new Statement.Store(work, Expr.constant(1), x.at(1).times(data.at(i)));
        Program gradient = Derivatives.gradient(pairs(only, late), List.of(x)).program();
        double[] bar = new double[2];
        Interpreter.of(gradient).run(new double[] {3, 5}, bar, new double[] {1, 2});
        // (3)² + (5)² + (6 + 5)² + (10)²
        assertThat(bar).containsExactly(2 * 3 + 2 * 11 * 2, 2 * 5 + 2 * 11 + 2 * 10 * 2);
    }

    @Test
    void countersAreTakenBackWithoutATape() {
        Statement byHand = Block.of(
                new Assign(next, ZERO),
                count(
                        "fill",
                        j,
                        x.length(),
                        new Statement.Store(
                                work, j, x.at(next).times(data.at(i)).sin()),
                        new Assign(next, next.plus(1))));
        Program gradient = Derivatives.gradient(sines(byHand), List.of(x)).program();
        gradientIsRight(gradient);
        List<Statement> inLoops = new ArrayList<>();
        Walk.statements(gradient.entry().body(), s -> {
            if (s instanceof For loop && loop.label().equals("fill")) {
                inLoops.addAll(saves(loop.body()));
            }
        });
        assertThat(inLoops)
                .as(gradient.toString())
                .noneMatch(s -> ((Statement.Save) s).site().type().equals(Type.INT));
    }

    @Test
    void updatesOfAnArrayThatIsAssignedWholeKeepNothing() {
        Statement twice = Block.of(
                count(
                        "half",
                        j,
                        x.length(),
                        new Statement.Store(work, j, x.at(j).times(data.at(i)))),
                count(
                        "fill",
                        next,
                        x.length(),
                        new Statement.Store(work, next, work.at(next).plus(x.at(next)))));
        Program gradient = Derivatives.gradient(sines(twice), List.of(x)).program();
        double[] point = {0.3, -1.2, 0.7};
        double[] given = {0.5, 1.5, -0.4, 2.1};
        double[] bar = new double[point.length];
        Interpreter.of(gradient).run(point, bar, given);
        for (int n = 0; n < point.length; n++) {
            double slope = 0;
            for (double d : given) {
                slope += 2 * point[n] * (d + 1) * (d + 1);
            }
            assertThat(bar[n]).isCloseTo(slope, within(1e-13));
        }
        List<Statement> kept = new ArrayList<>();
        Walk.statements(gradient.entry().body(), s -> {
            if (s instanceof For loop && loop.label().equals("fill")) {
                kept.addAll(saves(loop.body()));
            }
        });
        assertThat(kept).as(gradient.toString()).isEmpty();
    }

    @Test
    void anArrayThatIsNotAssignedWholeCarriesValues() {
        Statement some = new For(
                "fill",
                j,
                Expr.constant(1),
                x.length(),
                1,
                Block.of(new Statement.Store(work, j, x.at(j).times(data.at(i)).sin())));
        Statement first =
                new Statement.Store(work, ZERO, work.at(0).plus(x.at(0)).sin());
        Program gradient = Derivatives.gradient(sines(some, first), List.of(x)).program();
        double[] point = {0.3, -1.2, 0.7};
        double[] given = {0.5, 1.5, -0.4, 2.1};
        double[] bar = new double[point.length];
        Interpreter.of(gradient).run(point, bar, given);
        double carried = 0;
        double slope = 0;
        double expected = 0;
        for (int n = 0; n < given.length; n++) {
            slope = Math.cos(carried + point[0]) * (slope + 1);
            carried = Math.sin(carried + point[0]);
            expected += 2 * carried * slope;
        }
        assertThat(bar[0]).isCloseTo(expected, within(1e-13));
    }
}
