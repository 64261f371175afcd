package org.cotangent.ad;

import java.util.List;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;

/**
 * A hand-written vector function as a routine: its rules are the products with the Jacobian, which
 * are routines in their turn, with the weighted Hessian-vector product among their rules.
 */
final class VectorRules {

    private final String name;
    private final VectorFunction function;

    private VectorRules(String name, VectorFunction function) {
        this.name = name;
        this.function = function;
    }

    static External of(String name, VectorFunction function) {
        VectorRules rules = new VectorRules(name, function);
        return External.pure(name)
                .reads("x", Type.DOUBLES)
                .writes("y", Type.DOUBLES)
                .computedBy(call -> function.value(call.doubles(0), call.doubles(1)))
                .tangent(rules::tangent)
                .adjoint(rules::adjoint);
    }

    private Rule tangent() {
        Variable x = RuleCode.reals("x");
        Variable xDot = RuleCode.reals("xDot");
        Variable yDot = RuleCode.reals("yDot");
        return RuleCode.rule(name + "Tangent", List.of(x, xDot, yDot), RuleCode.call(jvp(), x, xDot, yDot));
    }

    private Rule adjoint() {
        Variable x = RuleCode.reals("x");
        Variable xBar = RuleCode.reals("xBar");
        Variable yBar = RuleCode.reals("yBar");
        Variable share = RuleCode.reals("share");
        return RuleCode.rule(
                name + "Adjoint",
                List.of(x, xBar, yBar),
                RuleCode.allocate(share, x),
                RuleCode.call(vjp(), x, yBar, share),
                RuleCode.add(share, xBar));
    }

    private External plainJvp() {
        return External.pure(name + "Jvp")
                .reads("x", Type.DOUBLES)
                .reads("v", Type.DOUBLES)
                .writes("q", Type.DOUBLES)
                .computedBy(call -> function.jvp(
                        call.doubles(0), call.doubles(1), new double[function.outputDimension()], call.doubles(2)));
    }

    private External plainVjp() {
        return External.pure(name + "Vjp")
                .reads("x", Type.DOUBLES)
                .reads("u", Type.DOUBLES)
                .writes("p", Type.DOUBLES)
                .computedBy(call -> function.vjp(
                        call.doubles(0), call.doubles(1), new double[function.outputDimension()], call.doubles(2)));
    }

    /** q = J(x) v; by x only in reverse, as no product gives the tangent. */
    private External jvp() {
        return function instanceof TwiceDifferentiableVectorFunction twice
                ? plainJvp().adjoint(() -> jvpAdjoint(twice))
                : plainJvp();
    }

    /** p = J(x)ᵀ u. */
    private External vjp() {
        return function instanceof TwiceDifferentiableVectorFunction twice
                ? plainVjp().tangent(() -> vjpTangent(twice)).adjoint(() -> vjpAdjoint(twice))
                : plainVjp();
    }

    private External product(TwiceDifferentiableVectorFunction twice) {
        return External.pure(name + "WeightedHessianVectorProduct")
                .reads("x", Type.DOUBLES)
                .reads("w", Type.DOUBLES)
                .reads("v", Type.DOUBLES)
                .writes("p", Type.DOUBLES)
                .computedBy(call -> twice.weightedHessianVectorProduct(
                        call.doubles(0), call.doubles(1), call.doubles(2), call.doubles(3)));
    }

    /** Adds Σ wᵢ ∇²fᵢ(x) v to the adjoint of x. */
    private Statement curvature(
            TwiceDifferentiableVectorFunction twice, Variable x, Variable w, Variable v, Variable xBar) {
        Variable share = RuleCode.reals("curvature");
        return Statement.Block.of(
                RuleCode.allocate(share, x), RuleCode.call(product(twice), x, w, v, share), RuleCode.add(share, xBar));
    }

    private Rule jvpAdjoint(TwiceDifferentiableVectorFunction twice) {
        Variable x = RuleCode.reals("x");
        Variable v = RuleCode.reals("v");
        Variable qBar = RuleCode.reals("qBar");
        Variable xBar = RuleCode.reals("xBar");
        Variable vBar = RuleCode.reals("vBar");
        Variable share = RuleCode.reals("share");
        return RuleCode.rule(
                name + "JvpAdjoint",
                List.of(x, v, qBar, xBar, vBar),
                curvature(twice, x, qBar, v, xBar),
                RuleCode.allocate(share, v),
                RuleCode.call(vjp(), x, qBar, share),
                RuleCode.add(share, vBar));
    }

    private Rule vjpTangent(TwiceDifferentiableVectorFunction twice) {
        Variable x = RuleCode.reals("x");
        Variable xDot = RuleCode.reals("xDot");
        Variable u = RuleCode.reals("u");
        Variable uDot = RuleCode.reals("uDot");
        Variable pDot = RuleCode.reals("pDot");
        return RuleCode.rule(
                name + "VjpTangent",
                List.of(x, xDot, u, uDot, pDot),
                RuleCode.call(vjp(), x, uDot, pDot),
                curvature(twice, x, u, xDot, pDot));
    }

    private Rule vjpAdjoint(TwiceDifferentiableVectorFunction twice) {
        Variable x = RuleCode.reals("x");
        Variable u = RuleCode.reals("u");
        Variable pBar = RuleCode.reals("pBar");
        Variable xBar = RuleCode.reals("xBar");
        Variable uBar = RuleCode.reals("uBar");
        Variable share = RuleCode.reals("share");
        return RuleCode.rule(
                name + "VjpAdjoint",
                List.of(x, u, pBar, xBar, uBar),
                curvature(twice, x, u, pBar, xBar),
                RuleCode.allocate(share, u),
                RuleCode.call(jvp(), x, pBar, share),
                RuleCode.add(share, uBar));
    }
}
