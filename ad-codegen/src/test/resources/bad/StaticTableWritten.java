// AD-STATIC 11: work on a copy: COEFFICIENTS.clone()
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class StaticTableWritten {
    static final double[] COEFFICIENTS = {1, -0.5};

    @Differentiable
    static double f(double x) {
        add(COEFFICIENTS, 1);
        return COEFFICIENTS[0] + COEFFICIENTS[1] * x;
    }

    private static void add(double[] to, double amount) {
        to[0] += amount;
    }
}
