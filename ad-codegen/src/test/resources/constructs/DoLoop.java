// A loop that runs once at least, with continue.
// f: 4 in 0.5..1.5, 0
// f: 4 in 0.5..1.5, 4
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class DoLoop {
    @Differentiable
    static double f(double[] x, int n) {
        double y = 1;
        int i = 0;
        do {
            y = y * x[i] + x[3];
            i++;
            if (i == 2) {
                continue;
            }
            y += x[0];
        } while (i < n);
        return y;
    }
}
