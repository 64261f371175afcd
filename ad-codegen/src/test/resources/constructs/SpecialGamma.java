// Gamma, beta and Bessel functions.
// f: in 1.2..2.5, in 0.2..0.8, 2.3 | no complex
package constructs;

import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.runtime.Special;

final class SpecialGamma {
    @Differentiable(wrt = {"x", "p"})
    static double f(double x, double p, double a) {
        double y = Special.logGamma(x) * Special.digamma(x) + Special.trigamma(x) + Special.polygamma(x, 3) * 0.1;
        y += Special.beta(x, a) + Special.logBeta(a, x) + Special.beta(x, p);
        y += Special.regularizedGammaP(a, x) * Special.regularizedGammaQ(a, p) + Special.gammaDensity(a, x);
        y += Special.regularizedBeta(p, a, 1.5) + Special.betaDensity(p, a, 2.5);
        return y + Special.besselJ0(x) * Special.besselJ1(x) + Special.besselJ(x, 3);
    }
}
