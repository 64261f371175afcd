// A return out of nested loops.
// f: {{0.3, 0.4, in 0.2..0.25}, {in 0.3..0.32, 0.5, 0.2}, {0.3, 0.4, 0.5}}, 0.6
// f: 3x3 in 0.2..0.5, 100
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ReturnInLoops {
    @Differentiable(wrt = "m")
    static double f(double[][] m, double limit) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            int j = 0;
            while (j < m[i].length) {
                sum += m[i][j] * m[j][i];
                if (sum + 0.1 > limit) {
                    return sum * m[i][0];
                }
                j++;
            }
            sum *= 1.1;
        }
        return Math.log(sum);
    }
}
