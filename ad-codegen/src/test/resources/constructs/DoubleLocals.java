// Locals declared with and without a value, several in one declaration.
// f: in 0.5..2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class DoubleLocals {
    @Differentiable
    static double f(double x) {
        double a, b = x * x, c;
        a = Math.sin(x);
        c = a * b;
        double unused = a - b;
        double d = c, e = d * x;
        return e + c;
    }
}
