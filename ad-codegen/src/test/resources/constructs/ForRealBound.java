// Bounds that are doubles and longs.
// f: 6 in 0.5..1.5, 2.5, 3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForRealBound {
    @Differentiable(wrt = "x")
    static double f(double[] x, double end, long last) {
        double y = 1;
        for (int i = 0; i < end; i++) {
            y += x[i] * y;
        }
        for (int i = 0; i <= last + (1L << 33) - (1L << 33); i++) {
            y *= x[i];
        }
        for (int i = 5; i > end; i -= 1) {
            y += x[i] * x[0];
        }
        for (int i = 0; i < 1L << 40; i++) {
            if (i == 2) {
                break;
            }
            y += x[i];
        }
        return y;
    }
}
