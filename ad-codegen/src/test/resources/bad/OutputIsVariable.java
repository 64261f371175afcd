// AD-WRT 7: name others
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class OutputIsVariable {
    @Differentiable(wrt = "x", outputs = "x")
    static void f(double[] x) {
        x[0] *= x[1];
    }
}
