// AD-STATIC 15: work on a copy: COEFFICIENTS.clone()
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class StaticTableGivenBack {
    static final double[] COEFFICIENTS = {1, -0.5};

    @Differentiable
    static double f(double x) {
        return coefficients()[0] * x;
    }

    private static double[] coefficients() {
        return COEFFICIENTS;
    }
}
