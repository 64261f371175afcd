package org.cotangent.ad.transform.fuzz;

import static org.cotangent.ad.transform.fuzz.Code.ZERO;
import static org.cotangent.ad.transform.fuzz.Code.count;
import static org.cotangent.ad.transform.fuzz.Code.integer;
import static org.cotangent.ad.transform.fuzz.Code.procedure;
import static org.cotangent.ad.transform.fuzz.Code.real;
import static org.cotangent.ad.transform.fuzz.Code.reals;
import static org.cotangent.ad.transform.fuzz.Code.set;
import static org.cotangent.ad.transform.fuzz.Code.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.ComplexRoutine;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Block;

/** External routines that random programs call: their outputs keep within 1, arrays may have any length. */
final class ExternalCallees {

    private static final int KINDS = 6;

    private ExternalCallees() {}

    /** One of the kinds, by number. */
    static Callee of(int number) {
        External routine = switch (number % KINDS) {
            case 0 -> partials(swirl());
            case 1 -> tangent(swirl());
            case 2 -> adjoint(swirl());
            case 3 -> tangent(adjoint(swirl()));
            case 4 -> sway();
            default -> fan();
        };
        return callee(routine);
    }

    private static Callee callee(External routine) {
        List<Variable> parameters =
                routine.parameters().stream().map(External.Parameter::variable).toList();
        List<Variable> groups = new ArrayList<>(parameters);
        groups.addAll(routine.results());
        boolean stores = routine.parameters().stream().anyMatch(p -> p.access() != External.Access.READ);
        Procedure signature = new Procedure(routine.name(), parameters, routine.results(), Block.of());
        return new Callee(signature, Optional.of(routine), 4, stores, groups, -1);
    }

    /** sin a · cos b. */
    private static External swirl() {
        return External.pure("swirl")
                .reads("a", Type.DOUBLE)
                .reads("b", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .method(ExternalCode.class, "swirl")
                .computedBy(c -> c.give(ExternalCode.swirl(c.real(0), c.real(1))))
                .computedInComplexBy(
                        c -> c.give(Op.SIN.complexValue(c.complex(0)).times(Op.COS.complexValue(c.complex(1)))));
    }

    private static External partials(External routine) {
        return routine.partial("a", () -> partial("swirlByA", (a, b) -> a.cos().times(b.cos())))
                .partial(
                        "b",
                        () -> partial(
                                "swirlByB", (a, b) -> a.sin().times(b.sin()).negate()));
    }

    private static Rule partial(String name, java.util.function.BinaryOperator<Expr> value) {
        Variable a = real("a");
        Variable b = real("b");
        Variable d = real("d");
        return Rule.of(procedure(name, List.of(a, b), List.of(d), set(d, value.apply(a, b))));
    }

    private static External tangent(External routine) {
        return routine.tangent(() -> {
            Variable a = real("a");
            Variable b = real("b");
            Variable aDot = real("aDot");
            Variable bDot = real("bDot");
            Variable d = real("d");
            Expr value =
                    aDot.times(a.cos()).times(b.cos()).minus(bDot.times(a.sin()).times(b.sin()));
            return Rule.of(procedure("swirlTangent", List.of(a, b, aDot, bDot), List.of(d), set(d, value)));
        });
    }

    private static External adjoint(External routine) {
        return routine.adjoint(() -> {
            Variable a = real("a");
            Variable b = real("b");
            Variable yBar = real("yBar");
            Variable aBar = real("aBar");
            Variable bBar = real("bBar");
            return Rule.of(procedure(
                    "swirlAdjoint",
                    List.of(a, b, yBar),
                    List.of(aBar, bBar),
                    set(aBar, yBar.times(a.cos()).times(b.cos())),
                    set(bBar, yBar.times(a.sin()).times(b.sin()).negate())));
        });
    }

    /** u = sin u in place, element by element. */
    private static External sway() {
        return External.pure("sway")
                .updates("u", Type.DOUBLES)
                .method(ExternalCode.class, "sway")
                .computedBy(c -> ExternalCode.sway(c.doubles(0)))
                .computedInComplexBy(c -> {
                    for (int i = 0; i < c.doubles(0).length; i++) {
                        put(c, 0, i, Op.SIN.complexValue(element(c, 0, i)));
                    }
                })
                .tangent(scaled("swayTangent", "uDot"))
                .adjoint(scaled("swayAdjoint", "uBar"));
    }

    private static Supplier<Rule> scaled(String name, String derivative) {
        return () -> {
            Variable before = reals("uBefore");
            Variable d = reals(derivative);
            Variable i = integer("i");
            Statement each = store(d, i, d.at(i).times(before.at(i).cos()));
            return Rule.of(procedure(name, List.of(before, d), List.of(), count("each", i, ZERO, d.length(), each)));
        };
    }

    /** z = sin(s · k) for k = 1, 2, .... */
    private static External fan() {
        return External.pure("fan")
                .reads("s", Type.DOUBLE)
                .writes("z", Type.DOUBLES)
                .method(ExternalCode.class, "fan")
                .computedBy(c -> ExternalCode.fan(c.real(0), c.doubles(1)))
                .computedInComplexBy(c -> {
                    for (int i = 0; i < c.doubles(1).length; i++) {
                        put(c, 1, i, Op.SIN.complexValue(c.complex(0).times(i + 1)));
                    }
                })
                .tangent(() -> {
                    Variable s = real("s");
                    Variable sDot = real("sDot");
                    Variable zDot = reals("zDot");
                    Variable i = integer("i");
                    Statement each = store(zDot, i, sDot.times(slope(s, i)));
                    return Rule.of(procedure(
                            "fanTangent",
                            List.of(s, sDot, zDot),
                            List.of(),
                            count("each", i, ZERO, zDot.length(), each)));
                })
                .adjoint(() -> {
                    Variable s = real("s");
                    Variable zBar = reals("zBar");
                    Variable sBar = real("sBar");
                    Variable i = integer("i");
                    Statement each = set(sBar, sBar.plus(zBar.at(i).times(slope(s, i))));
                    return Rule.of(procedure(
                            "fanAdjoint",
                            List.of(s, zBar),
                            List.of(sBar),
                            count("each", i, ZERO, zBar.length(), each)));
                });
    }

    private static Expr slope(Variable s, Variable i) {
        Expr k = i.plus(1).toReal();
        return s.times(k).cos().times(k);
    }

    private static Complex element(ComplexRoutine.Arguments c, int parameter, int i) {
        return new Complex(c.doubles(parameter)[i], ((double[]) c.imaginaries(parameter))[i]);
    }

    private static void put(ComplexRoutine.Arguments c, int parameter, int i, Complex value) {
        c.doubles(parameter)[i] = value.re();
        ((double[]) c.imaginaries(parameter))[i] = value.im();
    }
}
