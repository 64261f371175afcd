// AD-VARARGS 8: declare an array instead
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Varargs {
    @Differentiable
    static double f(double... x) {
        return x[0] * x[1];
    }
}
