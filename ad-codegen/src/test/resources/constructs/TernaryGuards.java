// A conditional expression that guards an index, a division and a root.
// f: 3 in 0.5..1.5, -1, 0
// f: 3 in 0.5..1.5, 1, 2
// f: 3 in 0.5..1.5, 3, 0
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class TernaryGuards {
    @Differentiable
    static double f(double[] x, int i, int n) {
        double edge = i >= 0 && i < x.length ? x[i] : 1;
        int share = n == 0 ? 7 : 14 / n;
        double zero = x[0] - x[0];
        double root = zero > 0 ? Math.sqrt(zero) : x[1];
        return edge * share * x[2] + root * root;
    }
}
