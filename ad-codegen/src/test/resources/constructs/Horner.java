// A polynomial by Horner's rule, in its coefficients and its argument.
// f: 5 in -1..1, in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Horner {
    @Differentiable(wrt = {"c", "x"})
    static double f(double[] c, double x) {
        double y = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            y = y * x + c[i];
        }
        return y * y;
    }
}
