// Loops left early, turns cut short.
// f: 6 in 0.1..0.5, 0.7
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class BreakAndContinue {
    @Differentiable(wrt = "x")
    static double f(double[] x, double limit) {
        double sum = 0;
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            if (i == 1) {
                continue;
            }
            sum += Math.sin(x[i]);
            if (sum > limit) {
                product *= x[0];
                break;
            }
            product *= 1 + x[i] * sum;
        }
        return product * sum;
    }
}
