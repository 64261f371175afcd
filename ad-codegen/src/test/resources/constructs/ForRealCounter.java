// A loop whose counter is a double.
// f: in 0.5..1.5, 1.05
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForRealCounter {
    @Differentiable(wrt = "x")
    static double f(double x, double end) {
        double sum = 0;
        for (double t = 0; t < end; t += 0.25) {
            sum += Math.sin(x * t) * x;
        }
        return sum;
    }
}
