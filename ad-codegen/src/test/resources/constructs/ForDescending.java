// Loops that count down.
// f: 5 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForDescending {
    @Differentiable
    static double f(double[] x) {
        double y = 0;
        for (int i = x.length - 1; i >= 0; i--) {
            y = y * 0.7 + x[i] * x[i];
        }
        for (int i = x.length; i > 0; i -= 2) {
            y *= x[i - 1];
        }
        for (int i = x.length; i-- > 0; ) {
            y += x[i] * y * 0.1;
        }
        return y;
    }
}
