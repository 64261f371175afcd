// Loops without turns and without a body.
// f: 3 in 0.5..1.5, 0
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForEmpty {
    @Differentiable
    @SuppressWarnings("empty")
    static double f(double[] x, int none) {
        double y = x[0] * x[1];
        for (int i = 0; i < none; i++) {
            y *= x[i];
        }
        for (int i = 3; i < 2; i++) {
            y *= x[i];
        }
        for (int i = 0; i < 5; i++) {}
        for (int i = 0; i < 5; i++)
            ;
        int k = 0;
        for (; k < 2; k++) {}
        return y * x[k];
    }
}
