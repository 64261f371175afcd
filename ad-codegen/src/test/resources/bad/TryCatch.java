// AD-TRY 9: move it outside of the @Differentiable method
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class TryCatch {
    @Differentiable
    static double f(double[] x, int i) {
        try {
            return x[i];
        } catch (IndexOutOfBoundsException e) {
            return x[0];
        }
    }
}
