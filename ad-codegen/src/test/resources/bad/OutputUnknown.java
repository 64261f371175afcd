// AD-OUTPUT 7: expected parameters: [x
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class OutputUnknown {
    @Differentiable(wrt = "x", outputs = "z")
    static void f(double[] x, double[] y) {
        y[0] = x[0];
    }
}
