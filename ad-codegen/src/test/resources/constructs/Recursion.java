// A method that calls itself once.
// f: in 0.5..1.5, 6
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Recursion {
    @Differentiable
    static double f(double x, int n) {
        return power(x, n) + power(Math.sin(x), 3);
    }

    private static double power(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double half = power(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }
}
