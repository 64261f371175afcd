// The output is read back, added to and overwritten.
// f: 3 in 0.5..1.5, out 3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorWrittenInSteps {
    @Differentiable(wrt = "x", outputs = "y")
    static void f(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i];
        }
        for (int i = 0; i < y.length; i++) {
            y[i] += y[(i + 1) % 3] * x[0];
        }
        y[2] = y[0] * y[1];
        if (y[0] < -100) {
            return;
        }
        y[0] *= 2;
    }
}
