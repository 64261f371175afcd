// A vector function that writes an array it is given.
// f: 3 in 0.5..1.5, {0.5, 1, 1.5, 2}, out 4
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorWritten {
    @Differentiable(wrt = "p")
    static void f(double[] p, double[] t, double[] y) {
        for (int i = 0; i < t.length; i++) {
            y[i] = p[0] * Math.exp(-p[1] * t[i]) + p[2];
        }
    }
}
