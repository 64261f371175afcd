// AD-OUTPUT 7: leave outputs out
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class OutputOfScalarFunction {
    @Differentiable(wrt = "x", outputs = "y")
    static double f(double[] x, double[] y) {
        y[0] = x[0];
        return x[1];
    }
}
