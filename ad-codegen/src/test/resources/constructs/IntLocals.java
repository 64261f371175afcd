// int arithmetic decides and scales.
// f: in 0.5..2, 7
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class IntLocals {
    @Differentiable
    static double f(double x, int n) {
        int a = n * 3 - 1;
        int b = a / 2;
        int c = a % 7 + -b;
        return x * x * c + b * x / a;
    }
}
