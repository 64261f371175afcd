// Helpers of scalars, called once and several times, one inside of another.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperScalars {
    @Differentiable
    static double f(double[] x) {
        double a = squared(x[0]);
        double b = squared(a + x[1]) * squared(x[2]);
        return outer(a, b) + squared(squared(x[0]));
    }

    private static double squared(double t) {
        return t * t;
    }

    static double outer(double a, double b) {
        double t = inner(b);
        return t * a + inner(a * 2);
    }

    private static double inner(double x) {
        if (x < 1) {
            return Math.sin(x);
        }
        return Math.log(x);
    }
}
