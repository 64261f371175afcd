// Conditional expressions, nested and of mixed types.
// f: in 0.1..0.4, 1, true
// f: in 0.6..0.9, 2, true
// f: in 0.6..0.9, 3, false
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Ternary {
    @Differentiable
    static double f(double x, int n, boolean flag) {
        double a = x > 0.5 ? x * x : x < 0.05 ? 0 : Math.sin(x);
        double b = flag ? n : x;
        int m = n > 2 ? n : -n;
        double c = n == 1 ? 1 : n == 2 ? x : a * x;
        return (flag ? a : b) * m + c * x;
    }
}
