// AD-FLOAT 10: write (float) (double) if that is good enough
// AD-FLOAT 11: write (float) (double) if that is good enough
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class LongToFloat {
    @Differentiable(wrt = "x")
    static double f(double x, long n) {
        float a = n;
        return a * x + (float) n;
    }
}
