// A function that does not depend on its variables, and one that returns a parameter.
// f: 2 in -1..1, 3 | flat
// g: in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ConstantFunction {
    @Differentiable
    static double f(double[] x, int n) {
        return n * 2.5;
    }

    @Differentiable
    static double g(double x) {
        return x;
    }
}
