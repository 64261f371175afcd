// AD-RULE 20: write a rule: @DerivativeOf(method = "twice") static void twiceAdjoint(double[] x, double[] twiceBar, double[] xBar)
package bad;

import java.util.Arrays;
import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.annotation.Differentiable;

final class RuleOfItself {
    static double[] twice(double[] x) {
        return Arrays.stream(x).map(v -> 2 * v).toArray();
    }

    @DerivativeOf(method = "twice")
    static double[] along(double[] xDot) {
        return twice(xDot);
    }

    @Differentiable
    static double f(double[] x) {
        double[] y = twice(x);
        return y[0] * y[1];
    }
}
