package org.cotangent.ad.transform.fuzz;

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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/** Programs as people write them, each with a difficulty of its own. */
public final class HandBuilt {

    private HandBuilt() {}

    /** Every program at its points, by name. */
    public static Map<String, Sample> all() {
        Map<String, Sample> all = new LinkedHashMap<>();
        all.put("diffusion in place", sample(diffusion(), new double[] {0.3, -0.8, 1.1, 0.4}, 0.2));
        all.put("root that is found", sample(root(), 1.7, 0.4));
        all.put("root that is not looked for", sample(root(), -1.2, 0.4));
        all.put("root that takes too long", sample(root(), 9e4, 0.4));
        all.put("continued fraction", sample(continuedFraction(), new double[] {0.7, -0.3, 1.2}, 0.9));
        all.put("elimination without swap", sample(logDeterminant(), (Object) numbers(4, 0.3)));
        all.put("elimination with swaps", sample(logDeterminant(), (Object) numbers(4, -2.1)));
        all.put("solution of equations", sample(solve(), numbers(3, 1.3), new double[] {0.3, -0.8, 1.1}));
        all.put("overflow and rounding", sample(overflow(), new float[] {0.7f, -1.3f, 0.2f}, new double[] {1.1, 0.4}));
        all.put("guarded neighbours", sample(neighbours(), new double[] {0.5, 1.5, -0.7, 0.9}));
        return all;
    }

    /** A matrix whose largest elements are not on the diagonal if the shift is large. */
    private static double[][] numbers(int n, double shift) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = Math.sin(1 + 3 * i + 7 * j + shift) + (i == j ? 1.5 - shift : 0);
            }
        }
        return matrix;
    }

    /** (double[] x, double rate) to the energy left after steps that overwrite x. */
    public static Program diffusion() {
        Variable x = reals("x");
        Variable rate = real("rate");
        Variable energy = real("energy");
        Variable flow = real("flow");
        Variable step = integer("step");
        Variable i = integer("i");
        Expr next = i.plus(1);
        return Program.of(procedure(
                "diffusion",
                List.of(x, rate),
                List.of(energy),
                count(
                        "steps",
                        step,
                        ZERO,
                        Expr.constant(3),
                        count(
                                "cells",
                                i,
                                ZERO,
                                x.length().minus(1),
                                set(flow, rate.times(x.at(next).minus(x.at(i))).tanh()),
                                store(x, i, x.at(i).plus(flow)),
                                store(
                                        x,
                                        next,
                                        x.at(next).minus(flow.times(x.at(i).cos()))))),
                count(
                        "sum",
                        i,
                        ZERO,
                        x.length(),
                        set(energy, energy.plus(x.at(i).square())))));
    }

    /** (a, start) to the root of r² = a by Newton's method; −a where there is none, 0.5 if it takes too long. */
    public static Program root() {
        Variable a = real("a");
        Variable start = real("start");
        Variable r = real("r");
        Variable last = real("last");
        Variable turns = integer("turns");
        return Program.of(procedure(
                "root",
                List.of(a, start),
                List.of(r),
                set(r, a.negate()),
                when(a.lessThan(0), new Statement.Return()),
                set(r, start.plus(1)),
                repeat(
                        "iterate",
                        Expr.constant(true),
                        set(last, r),
                        set(r, r.plus(a.dividedBy(r)).times(0.5)),
                        when(r.minus(last).abs().lessThan(1e-12), new Statement.Break("iterate")),
                        set(turns, turns.plus(1)),
                        when(turns.greaterThan(9), set(r, r.times(0.5)), new Statement.Return())),
                set(r, r.plus(start.times(last)))));
    }

    /** (double[] x, double z) to x₀ + z / (x₁ + z / (x₂ + …)), by recursion that changes x on its way. */
    public static Program continuedFraction() {
        Variable x = reals("x");
        Variable z = real("z");
        Variable k = integer("k");
        Variable value = real("value");
        Variable rest = real("rest");
        Variable y = real("y");
        Variable u = reals("u");
        Variable t = real("t");
        return Program.of(
                procedure("fraction", List.of(x, z), List.of(y), call(List.of(y), "tail", x, z, ZERO)),
                procedure(
                        "tail",
                        List.of(u, t, k),
                        List.of(value),
                        set(value, u.at(k).plus(2)),
                        when(k.plus(1).greaterOrEqual(u.length()), new Statement.Return()),
                        store(u, k.plus(1), u.at(k.plus(1)).times(u.at(k).sin())),
                        call(List.of(rest), "tail", u, t.times(0.8), k.plus(1)),
                        store(u, k, u.at(k).times(rest)),
                        set(value, value.plus(t.dividedBy(rest)).plus(u.at(k)))));
    }

    /** double[][] m to log |det m| by elimination, pivots brought up by swapping references to rows. */
    public static Program logDeterminant() {
        Variable m = matrix("m");
        Variable sum = real("sum");
        Variable k = integer("k");
        return Program.of(procedure(
                "logDeterminant",
                List.of(m),
                List.of(sum),
                count(
                        "columns",
                        k,
                        ZERO,
                        m.length(),
                        join(
                                eliminate(m, k),
                                set(sum, sum.plus(m.at(k).at(k).abs().log()))))));
    }

    private static Statement[] join(List<Statement> first, Statement... rest) {
        List<Statement> all = new java.util.ArrayList<>(first);
        all.addAll(List.of(rest));
        return all.toArray(Statement[]::new);
    }

    /** Brings the largest element of column k to the diagonal and makes those below 0, in every further column. */
    private static List<Statement> eliminate(Variable m, Variable k) {
        Variable i = integer("i");
        Variable j = integer("j");
        Variable pivot = integer("pivot");
        Variable row = reals("row");
        Variable upper = reals("upper");
        Variable factor = real("factor");
        Expr larger = m.at(i).at(k).abs().greaterThan(m.at(pivot).at(k).abs());
        return List.of(
                set(pivot, k),
                count("search", i, k.plus(1), m.length(), when(larger, set(pivot, i))),
                when(
                        Expr.apply(Op.INTEGER_NOT_EQUAL, pivot, k),
                        set(row, m.at(k)),
                        store(m, k, m.at(pivot)),
                        store(m, pivot, row)),
                set(upper, m.at(k)),
                count(
                        "rows",
                        i,
                        k.plus(1),
                        m.length(),
                        set(row, m.at(i)),
                        set(factor, row.at(k).dividedBy(upper.at(k))),
                        count(
                                "elements",
                                j,
                                k,
                                row.length(),
                                store(row, j, row.at(j).minus(factor.times(upper.at(j)))))));
    }

    /** (double[][] a, double[] b) to the sum of squares of a⁻¹b, by elimination of a matrix made of both. */
    public static Program solve() {
        Variable a = matrix("a");
        Variable b = reals("b");
        Variable both = matrix("both");
        Variable sum = real("sum");
        Variable s = real("s");
        Variable i = integer("i");
        Variable j = integer("j");
        Variable k = integer("k");
        Expr n = a.length();
        return Program.of(procedure(
                "solve",
                List.of(a, b),
                List.of(sum),
                new Statement.Allocate(both, List.of(n, n.plus(1))),
                count(
                        "copy",
                        i,
                        ZERO,
                        n,
                        count("line", j, ZERO, n, store(both.at(i), j, a.at(i).at(j))),
                        store(both.at(i), n, b.at(i))),
                count("columns", k, ZERO, n, eliminate(both, k).toArray(Statement[]::new)),
                new Statement.For(
                        "back",
                        i,
                        n.minus(1),
                        Expr.constant(-1),
                        -1,
                        Statement.Block.of(
                                set(s, both.at(i).at(n)),
                                count(
                                        "known",
                                        j,
                                        i.plus(1),
                                        n,
                                        set(
                                                s,
                                                s.minus(both.at(i)
                                                        .at(j)
                                                        .times(both.at(j).at(n))))),
                                store(both.at(i), n, s.dividedBy(both.at(i).at(i))),
                                set(sum, sum.plus(both.at(i).at(n).square()))))));
    }

    /** (float[] x, double[] w): a hash that overflows chooses elements, and sums are rounded to float. */
    public static Program overflow() {
        Variable x = Variable.of("x", Scope.FLOATS);
        Variable w = reals("w");
        Variable y = real("y");
        Variable hash = integer("hash");
        Variable i = integer("i");
        Variable at = integer("at");
        return Program.of(procedure(
                "overflow",
                List.of(x, w),
                List.of(y),
                set(hash, 0x7FFFFFF0),
                count(
                        "turns",
                        i,
                        ZERO,
                        Expr.constant(7),
                        set(hash, hash.times(Expr.constant(31)).plus(i)),
                        set(at, Expr.apply(Op.INT_FLOOR_REMAINDER, hash, x.length())),
                        store(x, at, x.at(at).times(w.at(0)).sin().toFloat()),
                        either(
                                hash.greaterThan(ZERO),
                                set(y, y.plus(x.at(at).times(w.at(1))).toFloat()),
                                set(y, y.times(x.at(at)).minus(w.at(0)))))));
    }

    /** double[] x: every element with its neighbours where there are such, and a quotient where it is safe. */
    public static Program neighbours() {
        Variable x = reals("x");
        Variable y = real("y");
        Variable left = real("left");
        Variable i = integer("i");
        Expr before = i.minus(1);
        Expr has = before.greaterOrEqual(ZERO).and(x.at(before).greaterThan(0));
        Expr isLast = i.plus(1).greaterOrEqual(x.length()).or(x.at(i.plus(1)).lessThan(0));
        return Program.of(procedure(
                "neighbours",
                List.of(x),
                List.of(y),
                count(
                        "elements",
                        i,
                        ZERO,
                        x.length(),
                        set(left, has.select(x.at(before).sqrt(), x.at(i).square())),
                        when(isLast, set(y, y.plus(left)), new Statement.Continue("elements")),
                        set(
                                y,
                                y.plus(left.abs()
                                        .greaterThan(0.1)
                                        .select(x.at(i).dividedBy(left), x.at(i).times(left))
                                        .times(x.at(i.plus(1))))))));
    }
}
