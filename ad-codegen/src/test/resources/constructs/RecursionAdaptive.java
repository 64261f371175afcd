// Adaptive quadrature: how deep it goes depends on values.
// f: in 0.6..0.7, in 1.6..1.7
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecursionAdaptive {
    private static final double TOLERANCE = 1e-4;

    @Differentiable(wrt = {"rate", "end"})
    static double f(double rate, double end) {
        return simpson(0, end, rate, TOLERANCE);
    }

    private static double simpson(double a, double b, double rate, double tolerance) {
        double m = (a + b) / 2;
        double whole = (b - a) / 6 * (g(a, rate) + 4 * g(m, rate) + g(b, rate));
        double left = (m - a) / 6 * (g(a, rate) + 4 * g((a + m) / 2, rate) + g(m, rate));
        double right = (b - m) / 6 * (g(m, rate) + 4 * g((m + b) / 2, rate) + g(b, rate));
        if (Math.abs(left + right - whole) < tolerance) {
            return left + right;
        }
        return simpson(a, m, rate, tolerance / 2) + simpson(m, b, rate, tolerance / 2);
    }

    private static double g(double t, double rate) {
        return Math.exp(-rate * t) * Math.sin(3 * t);
    }
}
