// Shifts of ints and longs, by distances beyond their size, too.
// f: in 0.5..1.5, -123456789, 35
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Shifts {
    @Differentiable
    static double f(double x, int n, int by) {
        int a = n << 5;
        int b = n >> 3;
        int c = n >>> 28;
        int d = n << by;
        int e = 1 << -1;
        long f = (long) n << by;
        long g = n >>> 4;
        long h = -1L >>> 60;
        int i = n >> by;
        long j = (long) n >> 67;
        return x * (a * 1e-9 + b * 1e-6) + x * x * (c + d * 1e-9) + e * 1e-9 + f * 1e-18 + g * 1e-9 + h * x + i * 1e-6 + j * 1e-6;
    }
}
