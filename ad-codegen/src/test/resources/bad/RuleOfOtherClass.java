// AD-RULE 13: if it is in another one, give them to a method here that calls it
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleOfOtherClass {
    static double cube(double x) {
        return x * x * x;
    }
}

final class Rules {
    @DerivativeOf(method = "cube")
    static double cubeByX(double x) {
        return 3 * x * x;
    }
}
