// Arrays made in loops that live on after their turn, in a matrix and in a variable.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class AllocationInLoops {
    @Differentiable
    static double f(double[] x) {
        double[][] kept = new double[3][];
        double[] last = x;
        for (int i = 0; i < 3; i++) {
            double[] made = new double[i + 2];
            made[0] = x[i] * last[0];
            made[1] = made[0] + last[1];
            kept[i] = made;
            if (i != 1) {
                last = made;
            }
            made = new double[] {last[1]};
            made[0] *= 2;
            kept[i][1] += made[0];
        }
        return kept[0][1] * kept[1][0] + kept[2][1] * last[0];
    }
}
