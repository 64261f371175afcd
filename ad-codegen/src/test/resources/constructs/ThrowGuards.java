// Guards that throw, with messages that tell values.
// f: 3 in 0.5..1.5, 2
// f: 3 in 0.5..1.5, -1 | throws
// f: 3 in 0.5..1.5, 3 | throws
// f: {-1, 2, 3}, 0 | throws
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ThrowGuards {
    @Differentiable
    static double f(double[] x, int i) {
        if (i < 0) {
            throw new IllegalArgumentException("index is negative");
        }
        if (i >= x.length) {
            throw new IndexOutOfBoundsException("index is " + i + ", expected less than " + x.length);
        }
        if (!(x[0] > 0)) {
            throw new ArithmeticException("x[0] is " + x[0]);
        }
        return Math.log(x[0]) * x[i];
    }
}
