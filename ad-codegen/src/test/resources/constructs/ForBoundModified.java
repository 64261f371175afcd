// A bound that the body changes.
// f: 6 in 0.5..1.5, 6
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForBoundModified {
    @Differentiable
    static double f(double[] x, int n) {
        double y = 1;
        int end = n;
        for (int i = 0; i < end; i++) {
            y = y * x[i] + 1;
            if (i % 2 == 0) {
                end--;
            }
        }
        return y * end;
    }
}
