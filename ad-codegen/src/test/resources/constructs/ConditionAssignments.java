// Assignments in conditions, bounds and selectors.
// f: 5 in 0.5..1.5, {2, 4, 1, 0, 3}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ConditionAssignments {
    @Differentiable
    static double f(double[] x, int[] next) {
        double y = 0;
        double e;
        int i = 0;
        do {
            y += x[i] * (y + 1);
        } while ((i = next[i]) != 0);
        if ((e = y * x[1]) > 0 && (i += 2) < 3) {
            y += e * x[i];
        } else if ((e *= 2) > 1) {
            y -= e;
        }
        int last;
        for (int k = last = 3; k < (last = 4) && last > 3; k++) {
            y *= x[k];
        }
        boolean large;
        if (large = y > 3) {
            y += x[2];
        }
        i = i++ + ++i;
        i = i++;
        return large ? y * last : y + i * x[0];
    }
}
