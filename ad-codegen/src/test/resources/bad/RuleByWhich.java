// AD-RULE 13: does not say by which of [x, y]; say it: wrt = "name"
// AD-RULE 18: does not say of which of [x, y]; say it: wrt = "name", or return a record
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleByWhich {
    static double product(double x, double y) {
        return x * y;
    }

    @DerivativeOf(method = "product")
    static double productBy(double y) {
        return y;
    }

    @DerivativeOf(method = "product")
    static double productAdjoint(double y, double productBar) {
        return y * productBar;
    }
}
