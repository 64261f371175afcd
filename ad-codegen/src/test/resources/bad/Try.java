// AD-TRY 9: move it outside of the @Differentiable method
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Try {
    @Differentiable
    static double f(double x) {
        try {
            return x * x;
        } finally {
            x = 0;
        }
    }
}
