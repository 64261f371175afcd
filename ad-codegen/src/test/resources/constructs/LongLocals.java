// long arithmetic, mixed with int and double.
// f: in 0.5..2, 5000000000
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LongLocals {
    @Differentiable
    static double f(double x, long n) {
        long square = n * n;
        long product = square * 31 + 7;
        int low = (int) product;
        long shifted = n >> 3;
        double scaled = low * 1e-9 + shifted * 1e-9;
        return scaled * x * x + (n % 97) * x;
    }
}
