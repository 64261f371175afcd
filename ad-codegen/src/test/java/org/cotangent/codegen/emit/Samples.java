package org.cotangent.codegen.emit;

import static org.cotangent.ad.expr.Expr.apply;
import static org.cotangent.ad.expr.Expr.constant;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/** Programs written by hand, with the constructs that front ends and transforms produce. */
final class Samples {

    static final Type FLOATS = new Type(Type.Kind.FLOAT, 1);
    static final Type LONGS = new Type(Type.Kind.LONG, 1);
    static final Type MATRIX = Type.DOUBLES.array();

    private Samples() {}

    static Statement.Assign set(Variable target, Expr value) {
        return new Statement.Assign(target, value);
    }

    static Statement.Store store(Expr array, Expr index, Expr value) {
        return new Statement.Store(array, index, value);
    }

    static Statement.Store add(Expr array, Expr index, Expr value) {
        return store(array, index, array.at(index).plus(value));
    }

    static Statement.For loop(Variable i, Expr from, Expr to, Statement... body) {
        return new Statement.For(i.name(), i, from, to, 1, Statement.Block.of(body));
    }

    static Statement.For reversed(Variable i, Expr from, Expr to, Statement... body) {
        return new Statement.For(i.name() + "Back", i, to.minus(1), from.minus(1), -1, Statement.Block.of(body));
    }

    static Statement.If when(Expr condition, Statement... then) {
        return new Statement.If(condition, Statement.Block.of(then), Statement.Block.of());
    }

    static Statement.If choice(Expr condition, Statement then, Statement otherwise) {
        return new Statement.If(condition, Statement.Block.of(then), Statement.Block.of(otherwise));
    }

    static Statement.Comment comment(String text) {
        return new Statement.Comment(text);
    }

    static Variable real(String name) {
        return Variable.of(name, Type.DOUBLE);
    }

    static Variable integer(String name) {
        return Variable.of(name, Type.INT);
    }

    static Variable vector(String name) {
        return Variable.of(name, Type.DOUBLES);
    }

    static Program program(String name, List<Variable> parameters, List<Variable> results, Statement... body) {
        return Program.of(new Procedure(name, parameters, results, Statement.Block.of(body)));
    }

    /** Value and gradient of Rosenbrock's function in one loop. */
    static Program rosenbrock() {
        Variable x = vector("x");
        Variable xBar = vector("xBar");
        Variable sum = real("sum");
        Variable valley = real("valley");
        Variable slope = real("slope");
        Variable valleyBar = real("valleyBar");
        Variable slopeBar = real("slopeBar");
        Variable i = integer("i");
        Variable k = integer("i");
        Expr next = i.plus(1);
        return program(
                "rosenbrockGradient",
                List.of(x, xBar),
                List.of(sum),
                loop(k, constant(0), xBar.length(), store(xBar, k, constant(0.0))),
                set(sum, constant(0.0)),
                loop(
                        i,
                        constant(0),
                        x.length().minus(1),
                        set(valley, x.at(next).minus(x.at(i).square())),
                        set(slope, constant(1.0).minus(x.at(i))),
                        comment("sum += 100 * valley * valley + slope * slope;"),
                        set(
                                sum,
                                sum.plus(constant(100.0)
                                        .times(valley)
                                        .times(valley)
                                        .plus(slope.square()))),
                        set(valleyBar, constant(200.0).times(valley)),
                        set(slopeBar, constant(2.0).times(slope)),
                        comment("double slope = 1 - x[i];"),
                        store(xBar, i, xBar.at(i).minus(slopeBar)),
                        comment("double valley = x[i + 1] - x[i] * x[i];"),
                        add(xBar, next, valleyBar),
                        store(
                                xBar,
                                i,
                                xBar.at(i).minus(constant(2.0).times(x.at(i)).times(valleyBar)))));
    }

    /** The first row without a zero, at most `limit` cells looked at; sum of that row, or -1. */
    static Program labelledJumps() {
        Variable m = Variable.of("m", MATRIX);
        Variable limit = integer("limit");
        Variable result = real("result");
        Variable row = vector("row");
        Variable seen = integer("seen");
        Variable i = integer("i");
        Variable j = integer("j");
        Variable found = Variable.of("found", Type.BOOLEAN);
        return program(
                "firstFullRow",
                List.of(m, limit),
                List.of(result),
                set(seen, constant(0)),
                set(found, constant(false)),
                new Statement.Block(
                        "search",
                        List.of(loop(
                                i,
                                constant(0),
                                m.length(),
                                set(row, m.at(i)),
                                set(result, constant(0.0)),
                                loop(
                                        j,
                                        constant(0),
                                        row.length(),
                                        set(seen, seen.plus(1)),
                                        when(seen.greaterThan(limit), new Statement.Break("search")),
                                        when(
                                                row.at(j).equalTo(constant(0.0)),
                                                new Statement.Continue("i"),
                                                comment("never reached")),
                                        set(result, result.plus(row.at(j)))),
                                set(found, constant(true)),
                                new Statement.Break("i")))),
                when(found, new Statement.Return()),
                set(result, constant(-1.0)));
    }

    /** x to the n and its derivative, by recursion: two results, one in a slot. */
    static Program recursion() {
        Variable x = real("x");
        Variable n = integer("n");
        Variable y = real("y");
        Variable slope = real("slope");
        Variable half = real("half");
        Variable halfSlope = real("halfSlope");
        Procedure power = new Procedure(
                "power",
                List.of(x, n),
                List.of(y, slope),
                Statement.Block.of(
                        when(
                                n.equalTo(constant(0)),
                                set(y, constant(1.0)),
                                set(slope, constant(0.0)),
                                new Statement.Return()),
                        new Statement.Call(List.of(half, halfSlope), "power", List.of(x, n.dividedBy(2))),
                        set(y, half.square()),
                        set(slope, constant(2.0).times(half).times(halfSlope)),
                        when(
                                apply(Op.INT_REMAINDER, n, constant(2)).equalTo(constant(1)),
                                set(slope, slope.times(x).plus(y)),
                                set(y, y.times(x)))));
        Variable a = real("a");
        Variable k = integer("k");
        Variable value = real("value");
        Variable derivative = real("derivative");
        Variable total = real("total");
        return Program.of(
                new Procedure(
                        "powerPlusSlope",
                        List.of(a, k),
                        List.of(total),
                        Statement.Block.of(
                                new Statement.Call(List.of(value, derivative), "power", List.of(a, k)),
                                set(total, value.plus(derivative)))),
                power);
    }

    /** Determinant by elimination in place, rows swapped as references. */
    static Program determinant() {
        Variable m = Variable.of("m", MATRIX);
        Variable det = real("det");
        Variable pivot = integer("pivot");
        Variable k = integer("k");
        Variable i = integer("i");
        Variable r = integer("i");
        Variable j = integer("j");
        Variable swap = vector("swap");
        Variable row = vector("row");
        Variable factor = real("factor");
        Expr larger = m.at(i).at(k).abs().greaterThan(m.at(pivot).at(k).abs());
        return program(
                "determinant",
                List.of(m),
                List.of(det),
                set(det, constant(1.0)),
                loop(
                        k,
                        constant(0),
                        m.length(),
                        set(pivot, k),
                        loop(i, k.plus(1), m.length(), when(larger, set(pivot, i))),
                        when(
                                apply(Op.INTEGER_NOT_EQUAL, pivot, k),
                                set(swap, m.at(k)),
                                store(m, k, m.at(pivot)),
                                store(m, pivot, swap),
                                set(det, det.negate())),
                        set(row, m.at(k)),
                        set(det, det.times(row.at(k))),
                        when(
                                row.at(k).equalTo(constant(0.0)),
                                new Statement.Throw(
                                        "ArithmeticException",
                                        "singular: pivot \"$0\" of row {} is {}",
                                        List.of(k, row.at(k)))),
                        loop(
                                r,
                                k.plus(1),
                                m.length(),
                                set(factor, m.at(r).at(k).dividedBy(row.at(k))),
                                loop(
                                        j,
                                        k,
                                        m.length(),
                                        store(m.at(r), j, m.at(r).at(j).minus(factor.times(row.at(j))))))));
    }

    /** x ↦ sin applied n times to every element, summed; adjoint from values kept in loops. */
    static Program savesInLoops() {
        Variable x = vector("x");
        Variable turns = integer("turns");
        Variable xBar = vector("xBar");
        Variable sum = real("sum");
        Variable y = real("y");
        Variable yBar = real("yBar");
        Variable i = integer("i");
        Variable t = integer("t");
        Site kept = Site.of("y", Type.DOUBLE);
        Site count = Site.of("turns", Type.INT);
        Site flag = Site.of("large", Type.BOOLEAN);
        Site row = Site.of("x", Type.DOUBLES);
        Variable large = Variable.of("large", Type.BOOLEAN);
        Variable source = vector("source");
        return program(
                "iteratedSine",
                List.of(x, turns, xBar),
                List.of(sum),
                set(sum, constant(0.0)),
                loop(
                        i,
                        constant(0),
                        x.length(),
                        set(y, x.at(i)),
                        loop(t, constant(0), turns, new Statement.Save(kept, y), set(y, y.sin())),
                        set(sum, sum.plus(y)),
                        new Statement.Save(count, turns.plus(i)),
                        new Statement.Save(flag, y.greaterThan(constant(0.5))),
                        new Statement.Save(row, x)),
                reversed(
                        i,
                        constant(0),
                        x.length(),
                        new Statement.Restore(row, source),
                        new Statement.Restore(flag, large),
                        new Statement.Restore(count, turns),
                        set(turns, turns.minus(i)),
                        set(yBar, large.select(constant(1.0), constant(2.0))),
                        reversed(t, constant(0), turns, new Statement.Restore(kept, y), set(yBar, yBar.times(y.cos()))),
                        store(xBar, i, yBar.plus(source.at(i).minus(x.at(i))))));
    }

    /** Integers that overflow and shift, longs, floats, and lazy guards. */
    static Program mixedTypes() {
        Variable a = Variable.of("a", FLOATS);
        Variable b = Variable.of("b", FLOATS);
        Variable n = integer("n");
        Variable result = real("result");
        Variable hash = integer("hash");
        Variable big = Variable.of("big", Type.LONG);
        Variable i = integer("i");
        Variable scale = real("scale");
        Expr product = apply(Op.INT_MULTIPLY, hash, constant(31)).plus(n);
        Expr inside = i.lessThan(a.length()).and(a.at(i).greaterThan(b.at(i)));
        return program(
                "mixedTypes",
                List.of(a, b, n),
                List.of(result),
                set(hash, constant(Integer.MAX_VALUE)),
                set(big, constant(1L)),
                set(result, constant(0.0)),
                loop(
                        i,
                        constant(0),
                        n,
                        set(hash, product),
                        set(hash, apply(Op.INT_XOR, hash, apply(Op.INT_SHIFT_RIGHT_UNSIGNED, hash, constant(7)))),
                        set(
                                big,
                                apply(
                                        Op.LONG_ADD,
                                        apply(Op.LONG_MULTIPLY, hash, i),
                                        apply(Op.LONG_SHIFT_LEFT, big, i))),
                        set(big, apply(Op.LONG_MAX, big, hash)),
                        when(
                                inside,
                                store(a, i, apply(Op.TO_FLOAT, a.at(i).times(b.at(i)))),
                                set(scale, apply(Op.TO_FLOAT, a.at(i).times(0.1))),
                                set(result, result.plus(a.at(i).times(b.at(i)).times(scale)))),
                        set(
                                result,
                                result.plus(constant(1.0).dividedBy(i.plus(1).toReal()))),
                        set(result, result.plus(apply(Op.INT_TO_DOUBLE, i).dividedBy(n.toReal())))),
                set(
                        result,
                        result.plus(apply(Op.LONG_TO_DOUBLE, big))
                                .plus(apply(Op.INT_TO_DOUBLE, apply(Op.INT_REMAINDER, hash, constant(1000))))));
    }

    static List<Program> all() {
        List<Program> all = new ArrayList<>();
        all.add(rosenbrock());
        all.add(labelledJumps());
        all.add(recursion());
        all.add(determinant());
        all.add(savesInLoops());
        all.add(mixedTypes());
        return all;
    }
}
