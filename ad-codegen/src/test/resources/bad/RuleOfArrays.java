// AD-RULE 16: gives no outDot; add the parameter: @DerivativeOf(method = "twice") static void twiceTangent(double[] x, double[] out, double[] xDot, double[] outDot)
// AD-RULE 19: takes no outBar; add the parameter
// AD-RULE 26: but that one has arrays; write a tangent rule
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleOfArrays {
    static void twice(double[] x, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = 2 * x[i];
        }
    }

    @DerivativeOf(method = "twice", outputs = "out")
    static void tangent(double[] xDot) {}

    @DerivativeOf(method = "twice", outputs = {"out"})
    static void adjoint(double[] xBar) {}

    static double[] doubled(double[] x) {
        return new double[] {2 * x[0]};
    }

    @DerivativeOf(method = "doubled")
    static double[] derivative(double[] x) {
        return new double[] {2};
    }
}
