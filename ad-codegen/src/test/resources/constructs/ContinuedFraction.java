// Lentz's method: a while loop left by break, with values that are swapped.
// f: in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ContinuedFraction {
    @Differentiable
    static double f(double x) {
        double b = x + 1;
        double c = 1e30;
        double d = 1 / b;
        double h = d;
        int i = 1;
        while (i < 200) {
            double a = -i * (double) i;
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            double factor = c * d;
            h *= factor;
            if (Math.abs(factor - 1) <= 1e-12) {
                break;
            }
            i++;
        }
        return h * Math.exp(-x);
    }
}
