// The same name in blocks beside each other, with different types.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ShadowedNames {
    @Differentiable
    static double f(double[] x) {
        double y = 0;
        {
            double t = x[0] * x[1];
            y += t * t;
        }
        {
            int t = 3;
            y *= t;
        }
        for (int t = 0; t < 2; t++) {
            y += x[t];
        }
        for (double t : x) {
            y *= t;
        }
        if (y > -1e9) {
            double[] t = {x[2], y};
            y = t[0] * t[1];
        } else {
            boolean t = y < 0;
            y = t ? 1 : 2;
        }
        return y;
    }
}
