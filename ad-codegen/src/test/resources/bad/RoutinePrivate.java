// AD-RULE 8: so the class of derivatives calls it, and cannot see it; leave the word private out
package bad;

import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.annotation.Differentiable;

final class RoutinePrivate {
    private static double cube(double x) {
        return x * x * x;
    }

    @DerivativeOf(method = "cube")
    static double cubeByX(double x) {
        return 3 * x * x;
    }

    @Differentiable
    static double f(double x) {
        return cube(x);
    }
}
