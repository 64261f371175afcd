package org.cotangent.ad;

import java.util.List;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/**
 * A hand-written scalar function as a routine: its adjoint rule adds the gradient times the adjoint
 * of the value; the gradient is a routine in its turn, whose derivatives are Hessian-vector products.
 */
final class ScalarRules {

    private final String name;
    private final DifferentiableFunction function;

    private ScalarRules(String name, DifferentiableFunction function) {
        this.name = name;
        this.function = function;
    }

    static External of(String name, DifferentiableFunction function) {
        ScalarRules rules = new ScalarRules(name, function);
        return External.pure(name)
                .reads("x", Type.DOUBLES)
                .returns("y", Type.DOUBLE)
                .computedBy(call -> call.give(function.value(call.doubles(0))))
                .adjoint(rules::adjoint);
    }

    private Rule adjoint() {
        Variable x = RuleCode.reals("x");
        Variable xBar = RuleCode.reals("xBar");
        Variable yBar = RuleCode.real("yBar");
        Variable gradient = RuleCode.reals("gradient");
        return RuleCode.rule(
                name + "Adjoint",
                List.of(x, xBar, yBar),
                RuleCode.allocate(gradient, x),
                RuleCode.call(gradient(), x, gradient),
                RuleCode.add(yBar, gradient, xBar));
    }

    private External gradient() {
        External routine = External.pure(name + "Gradient")
                .reads("x", Type.DOUBLES)
                .writes("g", Type.DOUBLES)
                .computedBy(call -> function.valueAndGradient(call.doubles(0), call.doubles(1)));
        if (!(function instanceof TwiceDifferentiableFunction twice)) {
            return routine;
        }
        External product = External.pure(name + "HessianVectorProduct")
                .reads("x", Type.DOUBLES)
                .reads("v", Type.DOUBLES)
                .writes("p", Type.DOUBLES)
                .computedBy(call -> twice.hessianVectorProduct(call.doubles(0), call.doubles(1), call.doubles(2)));
        return routine.tangent(() -> gradientTangent(product)).adjoint(() -> gradientAdjoint(product));
    }

    private Rule gradientTangent(External product) {
        Variable x = RuleCode.reals("x");
        Variable xDot = RuleCode.reals("xDot");
        Variable gDot = RuleCode.reals("gDot");
        return RuleCode.rule(name + "GradientTangent", List.of(x, xDot, gDot), RuleCode.call(product, x, xDot, gDot));
    }

    /** The Hessian is symmetric. */
    private Rule gradientAdjoint(External product) {
        Variable x = RuleCode.reals("x");
        Variable xBar = RuleCode.reals("xBar");
        Variable gBar = RuleCode.reals("gBar");
        Variable share = RuleCode.reals("share");
        return RuleCode.rule(
                name + "GradientAdjoint",
                List.of(x, xBar, gBar),
                RuleCode.allocate(share, x),
                RuleCode.call(product, x, gBar, share),
                RuleCode.add(share, xBar));
    }
}
