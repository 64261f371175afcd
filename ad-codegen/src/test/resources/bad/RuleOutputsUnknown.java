// AD-RULE 11: outputs of a rule of method doubled names n, expected arrays among its parameters: [x, y]
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleOutputsUnknown {
    static double[] doubled(double[] x, int n, int[] y) {
        return new double[] {2 * x[n] + y[0]};
    }

    @DerivativeOf(method = "doubled", outputs = "n")
    static double[] along(int n, double[] xDot) {
        return new double[] {2 * xDot[n]};
    }
}
