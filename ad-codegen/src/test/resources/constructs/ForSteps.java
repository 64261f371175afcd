// Steps other than one, by += and by assignment.
// f: 7 in 0.5..1.5, 3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForSteps {
    @Differentiable
    static double f(double[] x, int stride) {
        double y = 1;
        for (int i = 0; i < x.length; i += 2) {
            y += x[i] * y;
        }
        for (int i = 1; i < x.length; i = i + 3) {
            y += x[i] * x[i];
        }
        for (int i = 0; i < x.length; i += stride) {
            y *= x[i];
        }
        for (int i = 1; i <= 4; i *= 2) {
            y += Math.sin(x[i]) * y;
        }
        return y;
    }
}
