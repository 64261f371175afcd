// Helpers named like variables, forms and methods of the companion.
// f: 2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperNames {
    @Differentiable
    static double f(double[] x) {
        double gradient = gradient(x[0]);
        double x1 = fGradient(gradient) * value(x[1]);
        return x1 + fHessianVectorProduct(x1) + f(x[0]) + x(x[1]);
    }

    private static double f(double x) {
        return x * x;
    }

    private static double x(double x) {
        return Math.exp(x);
    }

    private static double gradient(double x) {
        return Math.sin(x);
    }

    static double fGradient(double x) {
        return x * 3;
    }

    private static double fHessianVectorProduct(double v) {
        return v * v;
    }

    private static double value(double x) {
        return 1 / x;
    }
}
