// Compound assignments that cast: int += double, long *= double, int += long.
// f: in 0.5..1.5, 10
package constructs;

import org.cotangent.ad.annotation.Differentiable;

@SuppressWarnings("lossy-conversions")
final class CompoundNarrowing {
    @SuppressWarnings("AD-TRUNCATION")
    @Differentiable
    static double f(double x, int n) {
        int a = n;
        a += 2.75;
        a *= 1.5;
        a -= 0.999;
        long b = n;
        b *= 2.5;
        b /= 0.3;
        int c = n;
        c += 1L << 33;
        c *= 3L;
        c <<= 2L;
        int d = 1;
        d += 1e20;
        int[] e = {7, 8};
        e[0] += 0.9;
        e[1] *= -1.26;
        int byActive = n;
        byActive += x;
        return x * x * a + b * x + c * 0.01 + d * 1e-9 + e[0] * x + e[1] * x * x * x + byActive * x;
    }
}
