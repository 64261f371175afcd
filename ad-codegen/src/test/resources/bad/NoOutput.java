// AD-OUTPUT 7: say which: @Differentiable(outputs = "name")
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class NoOutput {
    @Differentiable
    static void f(double[] x) {
        double y = x[0];
        y *= 2;
    }
}
