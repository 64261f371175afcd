// Labelled continues of loops with updates of their own.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LabelledContinueFor {
    @Differentiable
    static double f(double[] x) {
        double y = 1;
        int k = 0;
        outer:
        for (int i = 0; i < 6; i++, k += i) {
            if (i == 1) {
                i++;
            }
            middle:
            for (int j = 0; ; j++) {
                block:
                {
                    if (j == i) {
                        break block;
                    }
                    if (j == 1) {
                        continue middle;
                    }
                    if (j == 3) {
                        continue outer;
                    }
                    y += x[j % 4] * 0.3;
                }
                y *= 0.5 + x[3] * 0.5;
                if (j > i) {
                    break;
                }
            }
            y += x[0] * k;
        }
        return y * k;
    }
}
