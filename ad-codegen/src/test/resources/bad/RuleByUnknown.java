// AD-RULE 12: names z, expected a number that can carry a derivative: one of [x, y]
// AD-RULE 17: names n, expected a number that can carry a derivative: one of [x, y]
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleByUnknown {
    static double power(double x, double y, int n) {
        return y * Math.pow(x, n);
    }

    @DerivativeOf(method = "power", wrt = "z")
    static double powerByX(double x, double y, int n) {
        return y * n * Math.pow(x, n - 1);
    }

    @DerivativeOf(method = "power", wrt = "n")
    static double powerByN(double x, double power) {
        return power * Math.log(x);
    }
}
