// Parameters that are given other values and references.
// f: 3 in 0.5..1.5, in 0.5..1.5, 3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ParameterReassigned {
    @Differentiable(wrt = {"x", "s"})
    static double f(double[] x, double s, int n) {
        double first = x[0];
        s = s * s + first;
        double[] kept = x;
        x = new double[n + 1];
        for (int i = 0; i < n; i++) {
            x[i] = kept[i] * s;
            s = s + x[i];
        }
        n--;
        return x[n] * s + kept[0];
    }
}
