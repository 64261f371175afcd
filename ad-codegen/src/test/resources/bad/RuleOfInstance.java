// AD-METHOD 12: method cubeByX is not static; make it static
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleOfInstance {
    static double cube(double x) {
        return x * x * x;
    }

    @DerivativeOf(method = "cube")
    double cubeByX(double x) {
        return 3 * x * x;
    }
}
