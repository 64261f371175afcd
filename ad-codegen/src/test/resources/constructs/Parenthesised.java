// Precedence and associativity that must not be changed.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Parenthesised {
    @Differentiable
    static double f(double[] x) {
        double a = x[0] - (x[1] - x[2]);
        double b = x[0] / (x[1] / x[2]) / x[3];
        double c = -(-x[0]) - -x[1] + +x[2];
        double d = (x[0] + x[1]) * (x[2] - x[3]) + x[0] * (x[1] * x[2]);
        double e = 1e16 + x[0] - 1e16 + (1e16 + (x[1] - 1e16)) * 0;
        int f = 7 - (3 - 2) * (5 / 2) % 3 - (1 << 2 + 1);
        return a * b + c * d + f * x[0] + e * 0;
    }
}
