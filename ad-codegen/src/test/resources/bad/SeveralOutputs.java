// AD-OUTPUT 7: say which: @Differentiable(outputs = "name")
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class SeveralOutputs {
    @Differentiable(wrt = "x")
    static void f(double[] x, double[] y, double[] z) {
        y[0] = x[0];
        z[0] = x[1];
    }
}
