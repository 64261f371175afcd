package org.cotangent.ad.transform.fuzz;

import static org.cotangent.ad.transform.fuzz.Code.ZERO;
import static org.cotangent.ad.transform.fuzz.Code.count;
import static org.cotangent.ad.transform.fuzz.Code.either;
import static org.cotangent.ad.transform.fuzz.Code.integer;
import static org.cotangent.ad.transform.fuzz.Code.matrix;
import static org.cotangent.ad.transform.fuzz.Code.procedure;
import static org.cotangent.ad.transform.fuzz.Code.real;
import static org.cotangent.ad.transform.fuzz.Code.reals;
import static org.cotangent.ad.transform.fuzz.Code.sample;
import static org.cotangent.ad.transform.fuzz.Code.set;
import static org.cotangent.ad.transform.fuzz.Code.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.ComplexRoutine;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Allocate;
import org.cotangent.ad.ir.Statement.Call;

/** Programs that call external routines with every combination of rules. */
public final class Externals {

    private static final Type MATRIX = Type.DOUBLES.array();
    private static final Type REAL = Type.DOUBLE;
    private static final Type REALS = Type.DOUBLES;

    private Externals() {}

    /** Computes a number from an array by a call: the statements, given array and number. */
    public interface Use {
        List<Statement> of(Variable w, Variable t);
    }

    /** Every routine in every setting, by name; all of them can be differentiated at any order. */
    public static Map<String, Sample> all() {
        Map<String, Sample> all = new LinkedHashMap<>();
        uses().forEach((name, use) -> {
            double[] point = {0.7, -0.4, 1.2};
            all.put(name + ", once", sample(once(use), (Object) point));
            all.put(name + ", in a loop that overwrites", sample(repeated(use), (Object) point));
            all.put(name + ", in a callee", sample(called(use), (Object) point));
            all.put(name + ", in a branch", sample(branched(use), (Object) point));
        });
        return all;
    }

    private static Map<String, Use> uses() {
        Map<String, Use> uses = new LinkedHashMap<>();
        uses.put("partials that are routines", scalar(wave()));
        uses.put("partials that are procedures", mixed(byPartials(mixed())));
        uses.put("tangent only", mixed(byTangent(mixed())));
        uses.put("adjoint only", mixed(byAdjoint(mixed())));
        uses.put("tangent and adjoint", mixed(byAdjoint(byTangent(mixed()))));
        uses.put("two adjoint rules", mixed(byTwoAdjoints(mixed())));
        uses.put("gradient that is overwritten", ofArray(energy()));
        uses.put("array written", scaled(scale()));
        uses.put("array updated", squared(square()));
        uses.put("array returned", squaresOf(squares()));
        uses.put("matrix written", squaredMatrix(squareMatrix()));
        return uses;
    }

    /** {@code y = t² + t·x₀} after one call. */
    public static Program once(Use use) {
        Variable x = reals("x");
        Variable t = real("t");
        Variable y = real("y");
        List<Statement> body = new ArrayList<>(use.of(x, t));
        body.add(set(y, t.times(t).plus(t.times(x.at(0)))));
        return Program.of(procedure("once", List.of(x), List.of(y), body.toArray(Statement[]::new)));
    }

    /** Calls that see what others have overwritten. */
    public static Program repeated(Use use) {
        Variable x = reals("x");
        Variable w = reals("w");
        Variable t = real("t");
        Variable y = real("y");
        Variable i = integer("i");
        Variable k = integer("k");
        List<Statement> turn = new ArrayList<>(use.of(w, t));
        turn.add(store(w, k, w.at(k).times(0.5).plus(t.sin())));
        turn.add(set(y, y.plus(t.times(t))));
        return Program.of(procedure(
                "repeated",
                List.of(x),
                List.of(y),
                new Allocate(w, List.of(x.length())),
                count("start", i, ZERO, x.length(), store(w, i, x.at(i))),
                count("turns", k, ZERO, x.length(), turn.toArray(Statement[]::new))));
    }

    /** Two calls of a procedure that calls. */
    public static Program called(Use use) {
        Variable x = reals("x");
        Variable first = real("first");
        Variable second = real("second");
        Variable y = real("y");
        Variable p = reals("p");
        Variable t = real("t");
        List<Statement> body = new ArrayList<>(use.of(p, t));
        body.add(store(p, Expr.constant(1), t.sin()));
        Procedure inner = procedure("inner", List.of(p), List.of(t), body.toArray(Statement[]::new));
        Variable w = reals("w");
        Variable i = integer("i");
        Procedure entry = procedure(
                "called",
                List.of(x),
                List.of(y),
                new Allocate(w, List.of(x.length())),
                count("start", i, ZERO, x.length(), store(w, i, x.at(i))),
                new Call(List.of(first), "inner", List.of(w)),
                new Call(List.of(second), "inner", List.of(w)),
                set(y, first.times(second).plus(second)));
        return Program.of(entry, inner);
    }

    /** A call on one side only. */
    public static Program branched(Use use) {
        Variable x = reals("x");
        Variable t = real("t");
        Variable y = real("y");
        Statement call = Statement.Block.of(use.of(x, t));
        return Program.of(procedure(
                "branched",
                List.of(x),
                List.of(y),
                either(Expr.apply(Op.LESS, x.at(1), x.at(0)), call, set(t, x.at(2))),
                set(y, t.times(t))));
    }

    private static Procedure rule(String name, List<Variable> parameters, List<Variable> results, Statement... body) {
        return procedure(name, parameters, results, body);
    }

    private static Use scalar(External routine) {
        return (w, t) -> List.of(new Call(List.of(t), routine, List.of(w.at(0).times(w.at(1)))));
    }

    private static Use mixed(External routine) {
        return (w, t) ->
                List.of(new Call(List.of(t), routine, List.of(w.at(0), w.at(1).plus(2), Expr.constant(3))));
    }

    private static Use ofArray(External routine) {
        return (w, t) -> List.of(new Call(List.of(t), routine, List.of(w)));
    }

    private static List<Statement> sum(Variable z, Variable t) {
        Variable i = integer("iSum");
        return List.of(
                set(t, 0.0),
                count("sum", i, ZERO, z.length(), set(t, t.plus(z.at(i).times(z.at(i))))));
    }

    private static Use scaled(External routine) {
        return (w, t) -> {
            Variable z = reals("z");
            List<Statement> all = new ArrayList<>();
            all.add(new Allocate(z, List.of(w.length())));
            all.add(new Call(List.of(), routine, List.of(w.at(2), w, z)));
            all.addAll(sum(z, t));
            // Overwritten with what does not depend on the first values.
            all.add(new Call(List.of(), routine, List.of(t, w, z)));
            all.add(set(t, t.plus(z.at(1))));
            return all;
        };
    }

    private static Use squared(External routine) {
        return (w, t) -> {
            Variable z = reals("z");
            Variable i = integer("iCopy");
            List<Statement> all = new ArrayList<>();
            all.add(new Allocate(z, List.of(w.length())));
            all.add(count("copy", i, ZERO, w.length(), store(z, i, w.at(i).sin())));
            all.add(new Call(List.of(), routine, List.of(z)));
            all.addAll(sum(z, t));
            all.add(new Call(List.of(), routine, List.of(z)));
            all.add(set(t, t.plus(z.at(2))));
            return all;
        };
    }

    private static Use squaresOf(External routine) {
        return (w, t) -> {
            Variable z = reals("z");
            List<Statement> all = new ArrayList<>();
            all.add(new Call(List.of(z), routine, List.of(w)));
            all.addAll(sum(z, t));
            return all;
        };
    }

    private static Use squaredMatrix(External routine) {
        return (w, t) -> {
            Variable m = matrix("m");
            Variable z = matrix("z");
            Expr two = Expr.constant(2);
            return List.of(
                    new Allocate(m, List.of(two, two)),
                    new Allocate(z, List.of(two, two)),
                    store(m.at(0), ZERO, w.at(0)),
                    store(m.at(1), Expr.constant(1), w.at(1).times(w.at(2))),
                    new Call(List.of(), routine, List.of(m, z)),
                    set(t, z.at(0).at(0).plus(z.at(1).at(1))));
        };
    }

    /** sin 3x. */
    public static External wave() {
        return External.pure("wave")
                .reads("x", REAL)
                .returns("y", REAL)
                .method(ExternalCode.class, "wave")
                .computedBy(c -> c.give(ExternalCode.wave(c.real(0))))
                .computedInComplexBy(
                        c -> c.give(Op.SIN.complexValue(c.complex(0).times(3))))
                .partial("x", () -> Rule.of(waveSlope()));
    }

    private static External waveSlope() {
        return External.pure("waveSlope")
                .reads("x", REAL)
                .returns("y", REAL)
                .method(ExternalCode.class, "waveSlope")
                .computedBy(c -> c.give(ExternalCode.waveSlope(c.real(0))))
                .computedInComplexBy(
                        c -> c.give(Op.COS.complexValue(c.complex(0).times(3)).times(3)))
                .partial("x", () -> {
                    Variable x = real("x");
                    Variable w = real("w");
                    Variable slope = real("slope");
                    return Rule.of(rule(
                            "waveBend",
                            List.of(x),
                            List.of(slope),
                            new Call(List.of(w), wave(), List.of(x)),
                            set(slope, w.times(-9))));
                });
    }

    /** a·bⁿ, without rules. */
    public static External mixed() {
        return External.pure("mixed")
                .reads("a", REAL)
                .reads("b", REAL)
                .reads("n", Type.INT)
                .returns("y", REAL)
                .method(ExternalCode.class, "mixed")
                .computedBy(c -> c.give(ExternalCode.mixed(c.real(0), c.real(1), c.integer(2))))
                .computedInComplexBy(c -> {
                    Complex power = c.complex(0);
                    for (int i = 0; i < c.integer(2); i++) {
                        power = power.times(c.complex(1));
                    }
                    c.give(power);
                });
    }

    /** b to a whole power, as an expression. */
    private static Expr power(Variable b, Expr n) {
        return Expr.apply(Op.POW, b, n.toReal());
    }

    private static External byPartials(External routine) {
        return routine.partial("a", () -> {
                    Variable b = real("b");
                    Variable n = integer("n");
                    Variable d = real("d");
                    return Rule.of(rule("mixedByA", List.of(b, n), List.of(d), set(d, power(b, n))));
                })
                .partial("b", () -> {
                    Variable a = real("a");
                    Variable b = real("b");
                    Variable n = integer("n");
                    Variable d = real("d");
                    return Rule.of(rule(
                            "mixedByB",
                            List.of(a, b, n),
                            List.of(d),
                            set(d, a.times(n.toReal()).times(power(b, n.minus(1))))));
                });
    }

    private static External byTangent(External routine) {
        return routine.tangent(() -> {
            Variable a = real("a");
            Variable b = real("b");
            Variable n = integer("n");
            Variable aDot = real("aDot");
            Variable bDot = real("bDot");
            Variable d = real("d");
            return Rule.of(rule(
                    "mixedTangent",
                    List.of(a, b, n, aDot, bDot),
                    List.of(d),
                    set(
                            d,
                            aDot.times(power(b, n))
                                    .plus(bDot.times(a).times(n.toReal()).times(power(b, n.minus(1)))))));
        });
    }

    private static External byAdjoint(External routine) {
        return routine.adjoint(() -> {
            Variable yBar = real("yBar");
            Variable a = real("a");
            Variable b = real("b");
            Variable n = integer("n");
            Variable aBar = real("aBar");
            Variable bBar = real("bBar");
            return Rule.of(rule(
                    "mixedAdjoint",
                    List.of(yBar, n, b, a),
                    List.of(bBar, aBar),
                    set(aBar, yBar.times(power(b, n))),
                    set(bBar, yBar.times(a).times(n.toReal()).times(power(b, n.minus(1))))));
        });
    }

    private static External byTwoAdjoints(External routine) {
        return routine.adjoint(() -> {
                    Variable yBar = real("yBar");
                    Variable b = real("b");
                    Variable n = integer("n");
                    Variable aBar = real("aBar");
                    return Rule.of(rule(
                            "mixedAdjointA", List.of(b, n, yBar), List.of(aBar), set(aBar, yBar.times(power(b, n)))));
                })
                .adjoint(() -> byAdjoint(mixed()).adjoints().get(0));
    }

    /** Σ xᵢ³, whose adjoint rule is a routine that overwrites. */
    public static External energy() {
        return External.pure("energy")
                .reads("x", REALS)
                .returns("y", REAL)
                .method(ExternalCode.class, "energy")
                .computedBy(c -> c.give(ExternalCode.energy(c.doubles(0))))
                .computedInComplexBy(c -> {
                    Complex sum = Complex.real(0);
                    for (int i = 0; i < c.doubles(0).length; i++) {
                        Complex x = complex(c, 0, i);
                        sum = sum.plus(x.times(x).times(x));
                    }
                    c.give(sum);
                })
                .adjoint(() -> Rule.of(energyAdjoint()));
    }

    private static External energyAdjoint() {
        return External.pure("energyAdjoint")
                .reads("x", REALS)
                .reads("yBar", REAL)
                .writes("xBar", REALS)
                .method(ExternalCode.class, "energyAdjoint")
                .computedBy(c -> ExternalCode.energyAdjoint(c.doubles(0), c.real(1), c.doubles(2)))
                .computedInComplexBy(c -> {
                    for (int i = 0; i < c.doubles(0).length; i++) {
                        Complex x = complex(c, 0, i);
                        put(c, 2, i, x.times(x).times(3).times(c.complex(1)));
                    }
                })
                .tangent(() -> {
                    Variable x = reals("x");
                    Variable xDot = reals("xDot");
                    Variable yBar = real("yBar");
                    Variable yBarDot = real("yBarDot");
                    Variable xBarDot = reals("xBarDot");
                    Variable i = integer("i");
                    Expr first = x.at(i).times(xDot.at(i)).times(6).times(yBar);
                    return Rule.of(rule(
                            "energyAdjointTangent",
                            List.of(x, xDot, yBar, yBarDot, xBarDot),
                            List.of(),
                            count(
                                    "each",
                                    i,
                                    ZERO,
                                    x.length(),
                                    store(
                                            xBarDot,
                                            i,
                                            first.plus(x.at(i)
                                                    .times(x.at(i))
                                                    .times(3)
                                                    .times(yBarDot))))));
                })
                .adjoint(() -> {
                    Variable x = reals("x");
                    Variable x2 = reals("xBar2");
                    Variable yBar = real("yBar");
                    Variable yBarBar = real("yBarBar");
                    Variable xBarBar = reals("xBarBar");
                    Variable i = integer("i");
                    return Rule.of(rule(
                            "energyAdjointAdjoint",
                            List.of(x, x2, yBar, xBarBar),
                            List.of(yBarBar),
                            count(
                                    "each",
                                    i,
                                    ZERO,
                                    x.length(),
                                    store(
                                            x2,
                                            i,
                                            x2.at(i)
                                                    .plus(x.at(i)
                                                            .times(6)
                                                            .times(yBar)
                                                            .times(xBarBar.at(i)))),
                                    set(
                                            yBarBar,
                                            yBarBar.plus(x.at(i)
                                                    .times(x.at(i))
                                                    .times(3)
                                                    .times(xBarBar.at(i)))))));
                });
    }

    private static Complex complex(ComplexRoutine.Arguments c, int parameter, int i) {
        return new Complex(c.doubles(parameter)[i], ((double[]) c.imaginaries(parameter))[i]);
    }

    private static void put(ComplexRoutine.Arguments c, int parameter, int i, Complex value) {
        c.doubles(parameter)[i] = value.re();
        ((double[]) c.imaginaries(parameter))[i] = value.im();
    }

    /** z = s·x, with a tangent rule that calls the routine itself and an adjoint rule with rules of its own. */
    public static External scale() {
        return External.pure("scale")
                .reads("s", REAL)
                .reads("x", REALS)
                .writes("z", REALS)
                .method(ExternalCode.class, "scale")
                .computedBy(c -> ExternalCode.scale(c.real(0), c.doubles(1), c.doubles(2)))
                .computedInComplexBy(c -> {
                    for (int i = 0; i < c.doubles(1).length; i++) {
                        put(c, 2, i, complex(c, 1, i).times(c.complex(0)));
                    }
                })
                .tangent(() -> {
                    Variable s = real("s");
                    Variable sDot = real("sDot");
                    Variable x = reals("x");
                    Variable xDot = reals("xDot");
                    Variable zDot = reals("zDot");
                    Variable other = reals("other");
                    Variable i = integer("i");
                    return Rule.of(rule(
                            "scaleTangent",
                            List.of(s, sDot, x, xDot, zDot),
                            List.of(),
                            new Allocate(other, List.of(x.length())),
                            new Call(List.of(), scale(), List.of(sDot, x, other)),
                            new Call(List.of(), scale(), List.of(s, xDot, zDot)),
                            count(
                                    "add",
                                    i,
                                    ZERO,
                                    x.length(),
                                    store(zDot, i, zDot.at(i).plus(other.at(i))))));
                })
                .adjoint(Externals::scaleAdjoint);
    }

    private static Rule scaleAdjoint() {
        Variable s = real("s");
        Variable x = reals("x");
        Variable xBar = reals("xBar");
        Variable zBar = reals("zBar");
        Variable sBar = real("sBar");
        Variable i = integer("i");
        return Rule.of(rule(
                "scaleAdjoint",
                List.of(s, x, xBar, zBar),
                List.of(sBar),
                count(
                        "each",
                        i,
                        ZERO,
                        x.length(),
                        set(sBar, sBar.plus(x.at(i).times(zBar.at(i)))),
                        store(xBar, i, xBar.at(i).plus(s.times(zBar.at(i)))))));
    }

    /** a = a² in place; rules need what it held before. */
    public static External square() {
        return External.pure("square")
                .updates("a", REALS)
                .method(ExternalCode.class, "square")
                .computedBy(c -> ExternalCode.square(c.doubles(0)))
                .computedInComplexBy(c -> {
                    for (int i = 0; i < c.doubles(0).length; i++) {
                        put(c, 0, i, complex(c, 0, i).times(complex(c, 0, i)));
                    }
                })
                .tangent(twiceBefore("aDot"))
                .adjoint(twiceBefore("aBar"));
    }

    private static Supplier<Rule> twiceBefore(String derivative) {
        return () -> {
            Variable before = reals("aBefore");
            Variable d = reals(derivative);
            Variable i = integer("i");
            Statement each = store(d, i, d.at(i).times(before.at(i)).times(2));
            return Rule.of(
                    rule(derivative + "Rule", List.of(before, d), List.of(), count("each", i, ZERO, d.length(), each)));
        };
    }

    /** A new array of squares. */
    public static External squares() {
        return External.pure("squares")
                .reads("x", REALS)
                .returns("r", REALS)
                .method(ExternalCode.class, "squares")
                .computedBy(c -> c.give((Object) ExternalCode.squares(c.doubles(0))))
                .computedInComplexBy(c -> {
                    int n = c.doubles(0).length;
                    double[] re = new double[n];
                    double[] im = new double[n];
                    for (int i = 0; i < n; i++) {
                        Complex square = complex(c, 0, i).times(complex(c, 0, i));
                        re[i] = square.re();
                        im[i] = square.im();
                    }
                    c.give(re, im);
                })
                .tangent(() -> {
                    Variable x = reals("x");
                    Variable xDot = reals("xDot");
                    Variable rDot = reals("rDot");
                    Variable i = integer("i");
                    return Rule.of(rule(
                            "squaresTangent",
                            List.of(x, xDot, rDot),
                            List.of(),
                            count(
                                    "each",
                                    i,
                                    ZERO,
                                    x.length(),
                                    store(rDot, i, x.at(i).times(xDot.at(i)).times(2)))));
                })
                .adjoint(() -> {
                    Variable x = reals("x");
                    Variable xBar = reals("xBar");
                    Variable rBar = reals("rBar");
                    Variable i = integer("i");
                    return Rule.of(rule(
                            "squaresAdjoint",
                            List.of(x, xBar, rBar),
                            List.of(),
                            count(
                                    "each",
                                    i,
                                    ZERO,
                                    x.length(),
                                    store(
                                            xBar,
                                            i,
                                            xBar.at(i)
                                                    .plus(x.at(i)
                                                            .times(rBar.at(i))
                                                            .times(2))))));
                });
    }

    /** The squares of a matrix. */
    public static External squareMatrix() {
        return External.pure("squareMatrix")
                .reads("m", MATRIX)
                .writes("z", MATRIX)
                .method(ExternalCode.class, "squareMatrix")
                .computedBy(c -> ExternalCode.squareMatrix((double[][]) c.array(0), (double[][]) c.array(1)))
                .computedInComplexBy(c -> {
                    double[][] re = (double[][]) c.array(0);
                    double[][] im = (double[][]) c.imaginaries(0);
                    for (int i = 0; i < re.length; i++) {
                        for (int j = 0; j < re[i].length; j++) {
                            Complex e = new Complex(re[i][j], im[i][j]);
                            ((double[][]) c.array(1))[i][j] = e.times(e).re();
                            ((double[][]) c.imaginaries(1))[i][j] = e.times(e).im();
                        }
                    }
                })
                .tangent(() -> {
                    Variable m = matrix("m");
                    Variable mDot = matrix("mDot");
                    Variable zDot = matrix("zDot");
                    return matrixRule(
                            "squareMatrixTangent",
                            List.of(m, mDot, zDot),
                            (i, j) -> store(
                                    zDot.at(i),
                                    j,
                                    m.at(i).at(j).times(mDot.at(i).at(j)).times(2)));
                })
                .adjoint(() -> {
                    Variable m = matrix("m");
                    Variable mBar = matrix("mBar");
                    Variable zBar = matrix("zBar");
                    return matrixRule(
                            "squareMatrixAdjoint",
                            List.of(m, mBar, zBar),
                            (i, j) -> store(
                                    mBar.at(i),
                                    j,
                                    mBar.at(i)
                                            .at(j)
                                            .plus(m.at(i)
                                                    .at(j)
                                                    .times(zBar.at(i).at(j))
                                                    .times(2))));
                });
    }

    private static Rule matrixRule(
            String name,
            List<Variable> parameters,
            java.util.function.BiFunction<Variable, Variable, Statement> element) {
        Variable i = integer("i");
        Variable j = integer("j");
        Expr two = Expr.constant(2);
        return Rule.of(rule(
                name,
                parameters,
                List.of(),
                count("rows", i, ZERO, two, count("columns", j, ZERO, two, element.apply(i, j)))));
    }
}
