// Helpers of one name, told apart by their parameters.
// f: 2 in 0.5..1.5, 3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperOverloads {
    @Differentiable
    static double f(double[] x, int n) {
        return g(x) * g(x[0]) + g(n) * g(x[1], 2) + g(n, x[0]) + g(2L) * x[0];
    }

    private static double g(double x) {
        return x * x;
    }

    private static double g(int n) {
        return n + 0.5;
    }

    private static double g(long n) {
        return n + 0.25;
    }

    private static double g(double[] x) {
        return x[0] + x[1] * 2;
    }

    private static double g(double x, int n) {
        return Math.sin(x) * n;
    }

    private static double g(int n, double x) {
        return Math.cos(x) * n;
    }
}
