// AD-RULE 20: need that of method depth by [t, profile]
// AD-RULE 28: write a rule: @DerivativeOf(method = "depth") static Adjoints depthAdjoint(double t, double s, double[] profile, double depthBar, double[] profileBar) with record Adjoints(double tBar, double sBar) {}
package bad;

import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.annotation.Differentiable;

final class RuleMissing {
    static double depth(double t, double s, double[] profile) {
        return t * s * profile[0];
    }

    @DerivativeOf(method = "depth", wrt = "t")
    static double depthByT(double s, double[] profile) {
        return s * profile[0];
    }

    @Differentiable(wrt = {"x", "profile"})
    static double f(double x, double[] profile) {
        double deep = depth(x, 2, profile);
        return deep * deep;
    }

    @Differentiable
    static double g(double x) {
        return x
                * depth(x, 2, new double[] {1})
                * depth(2, x, new double[] {1});
    }
}
