// AD-RULE 15: there are 2 of that name, expected one; rename the one that it is of, or give the rule to a method of another name
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleOfOverloaded {
    static double cube(double x) {
        return x * x * x;
    }

    static float cube(float x) {
        return x * x * x;
    }

    @DerivativeOf(method = "cube")
    static double cubeByX(double x) {
        return 3 * x * x;
    }
}
