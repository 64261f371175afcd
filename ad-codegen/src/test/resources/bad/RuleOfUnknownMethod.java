// AD-RULE 11: RuleOfUnknownMethod has none of that name, expected one of [cube]; rules stand in the class of their routine
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleOfUnknownMethod {
    static double cube(double x) {
        return x * x * x;
    }

    @DerivativeOf(method = "cubed")
    static double cubeByX(double x) {
        return 3 * x * x;
    }
}
