package org.cotangent.ad.eval;

import static org.cotangent.ad.expr.Expr.constant;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Allocate;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.Break;
import org.cotangent.ad.ir.Statement.Call;
import org.cotangent.ad.ir.Statement.Continue;
import org.cotangent.ad.ir.Statement.For;
import org.cotangent.ad.ir.Statement.If;
import org.cotangent.ad.ir.Statement.Restore;
import org.cotangent.ad.ir.Statement.Return;
import org.cotangent.ad.ir.Statement.Save;
import org.cotangent.ad.ir.Statement.Store;
import org.cotangent.ad.ir.Statement.While;

/** Small programs, each with a control structure or access of its own. */
final class Samples {

    private static final Expr ZERO = constant(0);
    private static final Block NOTHING = Block.of();

    private Samples() {}

    static Variable real(String name) {
        return Variable.of(name, Type.DOUBLE);
    }

    static Variable integer(String name) {
        return Variable.of(name, Type.INT);
    }

    static Variable reals(String name) {
        return Variable.of(name, Type.DOUBLES);
    }

    static Variable matrix(String name) {
        return Variable.of(name, Type.DOUBLES.array());
    }

    static Assign assign(Variable target, Expr value) {
        return new Assign(target, value);
    }

    static If when(Expr condition, Statement... then) {
        return new If(condition, Block.of(then), NOTHING);
    }

    static For loop(String label, Variable counter, Expr to, Statement... body) {
        return new For(label, counter, ZERO, to, 1, Block.of(body));
    }

    static Procedure procedure(String name, List<Variable> parameters, List<Variable> results, Statement... body) {
        return new Procedure(name, parameters, results, Block.of(body));
    }

    /** y = f(x...), one expression. */
    static Program of(Expr value, Variable... parameters) {
        Variable y = Variable.of("y", value.type());
        return Program.of(procedure("f", List.of(parameters), List.of(y), assign(y, value)));
    }

    /** double[] x to Rosenbrock's sum. */
    static Program rosenbrock() {
        Variable x = reals("x");
        Variable sum = real("sum");
        Variable i = integer("i");
        Variable valley = real("valley");
        Variable slope = real("slope");
        return Program.of(procedure(
                "rosenbrock",
                List.of(x),
                List.of(sum),
                loop(
                        "turns",
                        i,
                        x.length().minus(1),
                        assign(valley, x.at(i.plus(1)).minus(x.at(i).times(x.at(i)))),
                        assign(slope, constant(1.0).minus(x.at(i))),
                        assign(
                                sum,
                                sum.plus(constant(100.0)
                                        .times(valley)
                                        .times(valley)
                                        .plus(slope.square()))))));
    }

    /** double[][] m to the sum of rows before the first negative element, leaving over all at 100. */
    static Program nestedLoops() {
        Variable m = matrix("m");
        Variable sum = real("sum");
        Variable rows = integer("rows");
        Variable i = integer("i");
        Variable j = integer("j");
        Variable e = real("e");
        return Program.of(procedure(
                "nested",
                List.of(m),
                List.of(sum, rows),
                loop(
                        "outer",
                        i,
                        m.length(),
                        loop(
                                "inner",
                                j,
                                m.at(i).length(),
                                assign(e, m.at(i).at(j)),
                                when(e.lessThan(0), new Continue("outer")),
                                when(e.equalTo(constant(7.0)), new Break("inner")),
                                when(e.equalTo(constant(8.0)), new Break("outer")),
                                when(e.equalTo(constant(9.0)), new Return()),
                                when(e.equalTo(constant(6.0)), new Continue("inner")),
                                assign(sum, sum.plus(e)),
                                when(sum.greaterThan(100), new Break("outer"))),
                        assign(rows, rows.plus(1))),
                assign(sum, sum.negate())));
    }

    /** double x to its square root by Newton's method, and the number of steps. */
    static Program newton() {
        Variable x = real("x");
        Variable root = real("root");
        Variable steps = integer("steps");
        Variable next = real("next");
        return Program.of(procedure(
                "newton",
                List.of(x),
                List.of(root, steps),
                assign(root, x),
                new While(
                        "turns",
                        steps.lessThan(100),
                        Block.of(
                                assign(next, constant(0.5).times(root.plus(x.dividedBy(root)))),
                                when(
                                        next.minus(root)
                                                .abs()
                                                .lessOrEqual(constant(1e-15).times(next)),
                                        new Break("turns")),
                                assign(root, next),
                                assign(steps, steps.plus(1))))));
    }

    /** (double[] x, int i, int k) to values protected by lazy guards. */
    static Program guards() {
        Variable x = reals("x");
        Variable i = integer("i");
        Variable k = integer("k");
        Variable picked = real("picked");
        Variable ratio = integer("ratio");
        Variable outside = Variable.of("outside", Type.BOOLEAN);
        Expr inRange = i.greaterOrEqual(ZERO).and(i.lessThan(x.length()));
        Expr positive = inRange.and(x.at(i).greaterThan(0));
        Expr noDivisor = k.equalTo(ZERO);
        return Program.of(procedure(
                "guards",
                List.of(x, i, k),
                List.of(picked, ratio, outside),
                assign(picked, positive.select(x.at(i).sqrt().plus(x.at(i)), constant(-1.0))),
                assign(ratio, noDivisor.or(i.dividedBy(k).equalTo(ZERO)).select(constant(-1), i.dividedBy(k))),
                assign(outside, inRange.not().or(x.at(i).lessThan(0)))));
    }

    /** int n to n!, by recursion. */
    static Program factorial() {
        Variable n = integer("n");
        Variable product = real("product");
        Variable rest = real("rest");
        return Program.of(procedure(
                "factorial",
                List.of(n),
                List.of(product),
                assign(product, constant(1.0)),
                when(n.lessOrEqual(constant(1)), new Return()),
                new Call(List.of(rest), "factorial", List.of(n.minus(1))),
                assign(product, n.toReal().times(rest))));
    }

    /** int n to the n-th Fibonacci number, by recursion twice, through a procedure of another name. */
    static Program fibonacci() {
        Variable n = integer("n");
        Variable number = Variable.of("number", Type.LONG);
        Variable a = Variable.of("a", Type.LONG);
        Variable b = Variable.of("b", Type.LONG);
        Procedure step = procedure(
                "fibonacci",
                List.of(n),
                List.of(number),
                assign(number, Expr.apply(Op.INT_TO_LONG, n)),
                when(n.lessThan(constant(2)), new Return()),
                new Call(List.of(a), "fibonacci", List.of(n.minus(1))),
                new Call(List.of(b), "fibonacci", List.of(n.minus(2))),
                assign(number, a.plus(b)));
        Variable m = integer("m");
        Variable result = Variable.of("result", Type.LONG);
        return Program.of(
                procedure("entry", List.of(m), List.of(result), new Call(List.of(result), "fibonacci", List.of(m))),
                step);
    }

    /** double[][] m: rows sorted by their first element through reference swaps; gives the trace. */
    static Program rowSwaps() {
        Variable m = matrix("m");
        Variable trace = real("trace");
        Variable i = integer("i");
        Variable j = integer("j");
        Variable row = reals("row");
        return Program.of(procedure(
                "rowSwaps",
                List.of(m),
                List.of(trace),
                loop(
                        "outer",
                        i,
                        m.length(),
                        new For(
                                "inner",
                                j,
                                i.plus(1),
                                m.length(),
                                1,
                                Block.of(when(
                                        m.at(j).at(0).lessThan(m.at(i).at(0)),
                                        assign(row, m.at(i)),
                                        new Store(m, i, m.at(j)),
                                        new Store(m, j, row)))),
                        assign(trace, trace.plus(m.at(i).at(i))),
                        new Store(m.at(i), ZERO, m.at(i).at(0).plus(trace.times(trace))))));
    }

    /** double[] x to x reversed, through tapes of all types, in a new array. */
    static Program reversal() {
        Variable x = reals("x");
        Variable y = reals("y");
        Variable i = integer("i");
        Variable k = integer("k");
        Variable row = reals("row");
        Variable e = real("e");
        Site elements = Site.of("e", Type.DOUBLE);
        Site indices = Site.of("i", Type.INT);
        Site rows = Site.of("row", Type.DOUBLES);
        return Program.of(procedure(
                "reversal",
                List.of(x),
                List.of(y),
                new Allocate(y, List.of(x.length())),
                loop(
                        "forward",
                        i,
                        x.length(),
                        new Save(elements, x.at(i).times(2)),
                        new Save(indices, i),
                        new Save(rows, x)),
                loop(
                        "reverse",
                        i,
                        x.length(),
                        new Restore(rows, row),
                        new Restore(indices, k),
                        new Restore(elements, e),
                        new Store(y, i, e.plus(row.at(k)).plus(k.toReal())))));
    }

    /** (int a, int b) to arithmetic that wraps around, as an int and a long. */
    static Program overflow() {
        Variable a = integer("a");
        Variable b = integer("b");
        Variable narrow = integer("narrow");
        Variable wide = Variable.of("wide", Type.LONG);
        Expr shifted = Expr.apply(Op.INT_SHIFT_LEFT, a, b).plus(Expr.apply(Op.INT_SHIFT_RIGHT_UNSIGNED, a, b));
        return Program.of(procedure(
                "overflow",
                List.of(a, b),
                List.of(narrow, wide),
                assign(narrow, a.times(b).plus(a.times(a)).minus(shifted)),
                assign(
                        wide,
                        Expr.apply(Op.LONG_MULTIPLY, a, b)
                                .plus(Expr.apply(Op.LONG_SHIFT_LEFT, a, b))
                                .plus(narrow))));
    }

    /** float[] x to the sum of squares with every step rounded to float, stored back. */
    static Program floats() {
        Variable x = Variable.of("x", new Type(Type.Kind.FLOAT, 1));
        Variable sum = real("sum");
        Variable i = integer("i");
        return Program.of(procedure(
                "floats",
                List.of(x),
                List.of(sum),
                loop(
                        "turns",
                        i,
                        x.length(),
                        assign(sum, rounded(sum.plus(rounded(x.at(i).square())))),
                        new Store(x, i, rounded(sum.times(x.at(i)))))));
    }

    private static Expr rounded(Expr e) {
        return Expr.apply(Op.TO_FLOAT, e);
    }

    /** int n to a checksum over int[], long[], boolean[] and double[][][] arrays. */
    static Program arrays() {
        Variable n = integer("n");
        Variable ints = Variable.of("ints", Type.INTS);
        Variable longs = Variable.of("longs", new Type(Type.Kind.LONG, 1));
        Variable truths = Variable.of("truths", new Type(Type.Kind.BOOLEAN, 1));
        Variable cube = Variable.of("cube", new Type(Type.Kind.DOUBLE, 3));
        Variable i = integer("i");
        Variable sum = real("sum");
        return Program.of(procedure(
                "arrays",
                List.of(n),
                List.of(sum),
                new Allocate(ints, List.of(n)),
                new Allocate(longs, List.of(n)),
                new Allocate(truths, List.of(n)),
                new Allocate(cube, List.of(n, constant(2), n)),
                new For(
                        "down",
                        i,
                        n.minus(1),
                        constant(-1),
                        -1,
                        Block.of(
                                new Store(ints, i, i.times(i)),
                                new Store(longs, i, Expr.apply(Op.INT_TO_LONG, ints.at(i))),
                                new Store(truths, i, i.greaterThan(3)),
                                new Store(
                                        cube.at(i).at(1),
                                        i,
                                        cube.at(i).at(1).at(i).plus(i.toReal().times(constant(0.1)))),
                                new Store(
                                        cube.at(i).at(1),
                                        i,
                                        cube.at(i).at(1).at(i).plus(i.toReal())),
                                when(
                                        truths.at(i),
                                        assign(
                                                sum,
                                                sum.plus(longs.at(i).toReal())
                                                        .plus(cube.at(i).at(1).at(i)))))),
                assign(sum, sum.plus(cube.at(0).length().toReal()))));
    }

    /** (double x) to x³ through a labelled block that is left early for negative x. */
    static Program labelledBlock() {
        Variable x = real("x");
        Variable y = real("y");
        return Program.of(procedure(
                "block",
                List.of(x),
                List.of(y),
                new Block(
                        "region",
                        List.of(
                                assign(y, x.square()),
                                when(x.lessThan(0), new Break("region")),
                                assign(y, y.times(x)))),
                assign(y, y.plus(x))));
    }
}
