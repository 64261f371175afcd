// Two methods of one class, one calling the other.
// f: 2 in 0.5..1.5
// g: 2 in 0.5..1.5
// h: in 0.5..1.5, 3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SeveralMethods {
    @Differentiable
    static double f(double[] x) {
        return x[0] * Math.exp(x[1]);
    }

    @Differentiable
    static double g(double[] x) {
        return f(x) * f(x) + h(x[0], 2);
    }

    @Differentiable
    static double h(double x, int n) {
        double y = 1;
        for (int i = 0; i < n; i++) {
            y *= x + i;
        }
        return y;
    }
}
