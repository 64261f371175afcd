// Two methods that call each other.
// f: in 0.5..1.5, 5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecursionMutual {
    @Differentiable
    static double f(double x, int n) {
        return even(x, n);
    }

    private static double even(double x, int n) {
        return n == 0 ? x : odd(x * x, n - 1) + 1;
    }

    private static double odd(double x, int n) {
        return n == 0 ? 1 : even(Math.sin(x), n - 1) * x;
    }
}
