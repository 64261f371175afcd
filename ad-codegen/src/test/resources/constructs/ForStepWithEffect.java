// A step that changes what it is read from.
// f: 6 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForStepWithEffect {
    @Differentiable
    static double f(double[] x) {
        double y = 1;
        int k = 1;
        for (int i = 0; i < x.length; i += k++) {
            y += x[i] * y;
        }
        int last = 6;
        for (int i = 0; i < --last; i++) {
            y *= x[i];
        }
        for (int i = k -= 3; i < x.length; i++) {
            y += x[i];
        }
        return y * k;
    }
}
