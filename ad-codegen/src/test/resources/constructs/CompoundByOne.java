// Compound assignments whose right side is 1; two of them have a shorter form.
// f: 2 in 0.5..1.5, 6, 13
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class CompoundByOne {
    @Differentiable
    static double f(double[] x, int n, long m) {
        int a = n;
        int b = n;
        int c = n;
        int d = n;
        int e = n;
        long g = m;
        for (double v : x) {
            a ^= 1;
            b &= 1;
            c |= 1;
            d *= 1;
            e += v > 1 ? 1 : 2;
            g ^= 1;
            g -= 1;
        }
        e -= 1;
        return x[0] * (a + 2 * b + 3 * c) + x[1] * x[0] * (d + e + g);
    }
}
