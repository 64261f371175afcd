// A method that returns a float.
// f: 2 in 0.5..2 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class FloatResult {
    @Differentiable
    static double f(double[] x) {
        return rounded(x[0] * x[1]) + x[0];
    }

    private static float rounded(double y) {
        return (float) (y * y);
    }
}
