// AD-STATIC 11: pass it as an argument, or make it final with a constant value
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class StaticTable {
    static final double[] COEFFICIENTS = {1, -0.5};

    @Differentiable
    static double f(double x) {
        return COEFFICIENTS[0] + COEFFICIENTS[1] * x;
    }
}
