// Assertions that hold, with and without a message.
// f: 2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Asserts {
    @Differentiable
    static double f(double[] x) {
        assert x.length == 2;
        assert x[0] > 0 : "x[0] is not positive";
        return x[0] * x[1];
    }
}
