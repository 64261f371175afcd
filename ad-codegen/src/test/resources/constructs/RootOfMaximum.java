// Variances cut off at zero before the root is taken: the untaken side contributes nothing, though the root's slope is infinite.
// f: 3 in -2..-0.5, 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RootOfMaximum {
    @Differentiable(wrt = {"below", "above"})
    static double f(double[] below, double[] above) {
        double sum = 0;
        for (int i = 0; i < below.length; i++) {
            double positive = Math.max(below[i], 0) * 2;
            sum += (i + 1) * Math.sqrt(positive) + Math.sqrt(Math.max(above[i], 0));
            sum += Math.sqrt(-2 * Math.min(above[i], 0)) * below[i];
        }
        return sum;
    }
}
