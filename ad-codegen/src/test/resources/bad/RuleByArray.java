// AD-RULE 11: write an adjoint rule: @DerivativeOf(method = "first") static void firstAdjoint(double[] x, double firstBar, double[] xBar)
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleByArray {
    static double first(double[] x) {
        return x[0];
    }

    @DerivativeOf(method = "first", wrt = "x")
    static double[] firstByX(double[] x) {
        double[] gradient = new double[x.length];
        gradient[0] = 1;
        return gradient;
    }
}
