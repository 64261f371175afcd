// A counter that the body changes, too.
// f: 6 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForCounterModified {
    @Differentiable
    static double f(double[] x) {
        double y = 1;
        for (int i = 0; i < x.length; i++) {
            y *= x[i];
            if (i == 1) {
                i += 2;
            }
            y += x[i];
        }
        return y;
    }
}
