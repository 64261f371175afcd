// AD-RULE 15: rule along returns the array xDot, which others may hold, expected a new one; return xDot.clone()
// AD-RULE 20: rule back writes its argument copiedBar, expected one that is only read; work on a copy, as others
package bad;

import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.annotation.Differentiable;

final class RuleWrites {
    static double[] copied(double[] x) {
        return x.clone();
    }

    @DerivativeOf(method = "copied")
    static double[] along(double[] xDot) {
        return xDot;
    }

    @DerivativeOf(method = "copied")
    static void back(double[] copiedBar, double[] xBar) {
        copiedBar[0] *= 1;
        for (int i = 0; i < xBar.length; i++) {
            xBar[i] += copiedBar[i];
        }
    }

    @Differentiable
    static double f(double[] x) {
        double[] y = copied(x);
        y[0] = 5;
        return y[0] * y[1] * x[0];
    }
}
