// Values that do not depend on the variables, and variables that no value depends on.
// f: 3 in 0.5..1.5, 0.7, out 3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorWrittenInactive {
    @Differentiable(wrt = "x")
    static void f(double[] x, double p, double[] y) {
        y[0] = p * p;
        y[1] = x[0] * p;
        y[2] = 3;
    }
}
