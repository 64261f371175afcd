// All compound assignments of ints and longs.
// f: in 0.5..1.5, 1234567, 9876543210
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class CompoundInt {
    @Differentiable
    static double f(double x, int n, long m) {
        int a = n;
        a += 3;
        a -= 11;
        a *= 7;
        a /= 2;
        a %= 1009;
        a <<= 3;
        a >>= 1;
        a >>>= 1;
        a &= 0xfff;
        a |= 0x10;
        a ^= 0x5;
        long b = m;
        b += a;
        b -= 17L;
        b *= 3;
        b /= 4;
        b %= 100_003;
        b <<= 5;
        b >>= 2;
        b >>>= 1;
        b &= 0xffffL;
        b |= 1;
        b ^= 6;
        int[] c = {a, n};
        c[0] += c[1];
        c[1] >>= 4;
        c[0] %= 101;
        c[1] ^= c[0];
        return x * x * a + x * b + c[0] * Math.sin(x) + c[1] * 1e-3;
    }
}
