// Conditions that change what they look at.
// f: 5 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class WhileSideEffect {
    @Differentiable
    static double f(double[] x) {
        double y = 1;
        int n = x.length;
        while (--n > 0) {
            y += y * x[n];
        }
        int i = 0;
        double e;
        while (i < 4 && (e = x[i++]) < 2) {
            y *= e;
        }
        do {
            y += x[i];
        } while (i-- > 2);
        return y;
    }
}
