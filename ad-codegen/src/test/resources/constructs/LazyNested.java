// Lazy operators in each other, negated, with effects in places.
// f: 4 in 0.5..1.5, 0
// f: 4 in 0.5..1.5, 1
// f: 4 in 0.5..1.5, 2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LazyNested {
    @Differentiable
    static double f(double[] x, int n) {
        int k = 0;
        double y = x[0];
        boolean a = n > 0 && (n > 1 || k++ == 0) && !(x[k] > 10 && ++k > 0);
        boolean b = (k += n) > 1 ? n == 2 && x[3] > 0 : n == 0 || x[9] > 0;
        if (!(a && b) || n == 1 && touch(x) > 0) {
            y += x[k] * x[1];
        }
        y *= a || (y = x[2]) > 0 ? y : 3;
        return b ? y * k + x[0] : y + x[1];
    }

    private static double touch(double[] x) {
        x[1] *= 2;
        return x[1];
    }
}
