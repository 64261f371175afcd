// Error and normal distribution functions, logistic functions.
// f: in 0.2..0.8
// f: in -0.8..-0.2
package constructs;

import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.runtime.Special;

final class SpecialNormal {
    @Differentiable
    static double f(double x) {
        double y = Special.sigmoid(x) * Special.softplus(x) + Special.log1pexp(x);
        y += Special.erf(x) * Special.erfc(x) + Special.erfcx(x) + Special.erfInverse(x / 2) + Special.erfcInverse(1 + x / 2);
        y += Special.gaussian(x) + Special.normalDensity(x) * Special.normalCdf(x) + Special.logNormalCdf(x);
        return y + Special.normalQuantile(0.5 + x / 3);
    }
}
