// int and long arithmetic that wraps around.
// f: in 0.5..1.5, 2000000000, 9000000000000000000
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class IntOverflow {
    @Differentiable
    static double f(double x, int n, long m) {
        int a = n + n;
        int b = n * 31 + Integer.MAX_VALUE;
        int c = -Integer.MIN_VALUE;
        int d = Math.abs(Integer.MIN_VALUE);
        int e = Integer.MIN_VALUE / -1;
        long f = m + m;
        long g = m * 1103515245L + 12345;
        int hash = 17;
        for (int i = 0; i < 10; i++) {
            hash = 31 * hash + i * n;
        }
        return x * a * 1e-9 + x * x * b * 1e-9 + c * 1e-9 + d * 1e-9 * x + e * 1e-9 + f * 1e-18 * x + g * 1e-18 + hash * 1e-9 * x;
    }
}
