// Labels on while and do loops.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LabelledWhile {
    @Differentiable
    static double f(double[] x) {
        double y = 1;
        int i = 0;
        outer:
        while (i < 4) {
            i++;
            int j = 0;
            inner:
            do {
                j++;
                y += x[j % 3] * y * 0.2;
                if (j == 2) {
                    continue inner;
                }
                if (i == 2) {
                    continue outer;
                }
                if (i == 4) {
                    break outer;
                }
            } while (j < 3);
            y *= x[0];
        }
        return y;
    }
}
