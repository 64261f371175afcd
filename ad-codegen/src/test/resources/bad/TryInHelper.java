// AD-TRY 13: move it outside of the @Differentiable method
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class TryInHelper {
    @Differentiable
    static double f(double x) {
        return helper(x) * x;
    }

    private static double helper(double x) {
        try {
            return x;
        } finally {
            x = 1;
        }
    }
}
