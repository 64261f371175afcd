// Newton's method with a stopping rule, far enough for the derivative of what it approximates.
// f: in 1.5..2.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Newton {
    @Differentiable
    static double f(double a) {
        double x = 1;
        for (int i = 0; i < 50; i++) {
            double step = (x * x * x - a) / (3 * x * x);
            x -= step;
            if (Math.abs(step) < 1e-9) {
                break;
            }
        }
        return x * a;
    }
}
