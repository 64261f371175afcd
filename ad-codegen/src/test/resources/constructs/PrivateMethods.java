// Private methods, and methods of private classes.
// f: in 0.5..1.5
// g: 2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class PrivateMethods {
    private PrivateMethods() {}

    @Differentiable
    private static double f(double x) {
        return x * Math.sin(x);
    }

    private static final class Inner {
        private static final double SCALE = 3;

        @Differentiable
        static double g(double[] x) {
            return SCALE * x[0] * f(x[1]);
        }
    }

    static double both(double[] x) {
        return f(x[0]) + Inner.g(x);
    }
}
