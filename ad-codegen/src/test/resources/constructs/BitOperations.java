// Bits of ints and longs.
// f: in 0.5..1.5, 43981, 305419896
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class BitOperations {
    @Differentiable
    static double f(double x, int a, long b) {
        int and = a & 0xff;
        int or = a | 0x3;
        int xor = a ^ 0x5555;
        int not = ~a;
        long mixed = a & b;
        long longNot = ~b ^ a;
        boolean even = (a & 1) == 0;
        double y = 0;
        for (int bits = and; bits != 0; bits &= bits - 1) {
            y += x * (bits & -bits);
        }
        return y * x + or * x + xor * 1e-3 + not * 1e-3 * x * x + mixed * 1e-3 + longNot * 1e-6 + (even ? x : 2 * x);
    }
}
