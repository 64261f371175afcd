// AD-TRY 14: move it outside
package bad;

import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.annotation.Differentiable;

final class RuleUnreadable {
    static double cube(double x) {
        return x * x * x;
    }

    @DerivativeOf(method = "cube")
    static double cubeByX(double x) {
        try {
            return 3 * x * x;
        } finally {
            System.out.println("computed");
        }
    }

    @Differentiable
    static double f(double x) {
        return cube(x);
    }
}
