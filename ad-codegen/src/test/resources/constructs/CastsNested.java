// Casts of casts, and how tightly they bind.
// f: in 1.3..1.4, 300
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class CastsNested {
    @SuppressWarnings("AD-TRUNCATION")
    @Differentiable
    static double f(double x, int n) {
        int a = (int) x * 10;
        int b = (int) (x * 10);
        long c = (long) (int) (x * 1e10);
        double d = (double) (long) (-x * 3) + (double) (int) 7.9f;
        int e = (int) (long) 5e9;
        double f = (int) -2.5 * x + -(int) 2.5;
        double g = (double) n / 7 + (double) (n / 7);
        int h = 'a' + 1 + (int) 'b';
        return x * (a + b) + c * 1e-9 * x + d * x * x + e * 1e-9 + f + g + h * x;
    }
}
