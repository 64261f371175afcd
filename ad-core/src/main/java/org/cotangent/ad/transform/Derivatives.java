package org.cotangent.ad.transform;

import java.util.Collection;
import java.util.List;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;

/**
 * The derivatives that people ask for, as compositions of {@link Tangent} and {@link Adjoint}.
 *
 * <p>In what these return, adjoints of the independent variables are overwritten, not added to.
 */
public final class Derivatives {

    private Derivatives() {}

    /**
     * Value and gradient of a function with one real result: {@code f(x, n) -> r} gives {@code (x,
     * xBar, n) -> r}; adjoints of independent scalars are further results.
     *
     * @param wrt parameters to differentiate by
     * @throws IllegalArgumentException if the entry does not have exactly one real result
     */
    public static Derivation gradient(Program function, Collection<Variable> wrt) {
        Contract.checkOverlap(function);
        requireScalar(function);
        return Adjoint.derive(Derivation.primal(function), wrt, List.of(), Adjoint.Seed.ONE);
    }

    /**
     * Value, gradient and the product of the Hessian with a direction: {@code f(x, n) -> r} gives
     * {@code (x, xDot, xBar, xBarDot, n) -> (r, rDot)}.
     *
     * @param wrt parameters to differentiate by
     * @throws IllegalArgumentException if the entry does not have exactly one real result
     */
    public static Derivation hessianVectorProduct(Program function, Collection<Variable> wrt) {
        return Tangent.derive(gradient(function, wrt), wrt);
    }

    /**
     * Value, gradient and the products of the Hessian with several directions, which share all that
     * depends on the point alone.
     *
     * @param wrt parameters to differentiate by
     * @param directions how many
     * @throws IllegalArgumentException if the entry does not have exactly one real result
     */
    public static Derivation hessianVectorProducts(Program function, Collection<Variable> wrt, int directions) {
        return Tangent.derive(gradient(function, wrt), wrt, directions);
    }

    /**
     * The derivative of a function with one real result along a direction, without its value: {@code
     * f(x, n) -> r} gives {@code (x, xDot, n) -> rDot}.
     *
     * @param wrt parameters to differentiate by
     * @throws IllegalArgumentException if the entry does not have exactly one real result
     */
    public static Derivation directional(Program function, Collection<Variable> wrt) {
        Contract.checkOverlap(function);
        requireScalar(function);
        return Tangent.alone(Derivation.primal(function), wrt);
    }

    /**
     * Values and Jacobian-vector product: {@code f(x, n, out)} gives {@code (x, xDot, n, out,
     * outDot)}.
     *
     * @param wrt parameters to differentiate by
     */
    public static Derivation jvp(Program function, Collection<Variable> wrt) {
        Contract.checkOverlap(function);
        return Tangent.derive(Derivation.primal(function), wrt);
    }

    /**
     * Values and the products of the Jacobian with several directions: {@code f(x, n, out)} gives
     * {@code (x, xDot0, xDot1, n, out, outDot0, outDot1)}.
     *
     * @param wrt parameters to differentiate by
     * @param directions how many
     */
    public static Derivation jvps(Program function, Collection<Variable> wrt, int directions) {
        Contract.checkOverlap(function);
        return Tangent.derive(Derivation.primal(function), wrt, directions);
    }

    /**
     * Values and vector-Jacobian product: {@code f(x, n, out)} gives {@code (x, xBar, n, out,
     * outBar)}. The adjoints of outputs are consumed.
     *
     * @param wrt parameters to differentiate by
     * @param outputs array parameters that the function writes
     */
    public static Derivation vjp(Program function, Collection<Variable> wrt, Collection<Variable> outputs) {
        Contract.checkOverlap(function);
        return Adjoint.derive(Derivation.primal(function), wrt, outputs, Adjoint.Seed.CLEARED);
    }

    /**
     * The product of the Hessian of a weighted sum of outputs with a direction: the tangent of
     * {@link #vjp}, the weights being the adjoints of the outputs.
     *
     * @param wrt parameters to differentiate by
     * @param outputs array parameters that the function writes
     */
    public static Derivation weightedHessianVectorProduct(
            Program function, Collection<Variable> wrt, Collection<Variable> outputs) {
        return Tangent.derive(vjp(function, wrt, outputs), wrt);
    }

    private static void requireScalar(Program function) {
        List<Variable> results = function.entry().results();
        if (results.size() != 1 || !results.get(0).type().isReal()) {
            throw new IllegalArgumentException("results of " + function.entry().name() + " are " + results
                    + ", expected one double to take the gradient of; use jvp or vjp for several");
        }
    }
}
