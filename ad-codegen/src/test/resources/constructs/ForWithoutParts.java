// Loops that lack start, condition or update.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForWithoutParts {
    @Differentiable
    static double f(double[] x) {
        double y = 1;
        int i = 0;
        for (; ; ) {
            if (i >= x.length) {
                break;
            }
            y += y * x[i];
            i++;
        }
        for (int j = 0; j < x.length; ) {
            y *= x[j++];
        }
        for (int j = 1; ; j *= 2) {
            if (j > 3) {
                return y * x[j - 2];
            }
            y += x[j];
        }
    }
}
