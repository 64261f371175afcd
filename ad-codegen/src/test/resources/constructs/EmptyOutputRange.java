// Elements of the output that nothing is written to stay zero; others are written twice.
// f: 2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class EmptyOutputRange {
    @Differentiable
    static double[] f(double[] x) {
        double[] y = new double[5];
        for (int i = 0; i < 2; i++) {
            y[i + 1] = x[i];
            y[i + 1] = y[i + 1] * x[0] + y[i];
        }
        y[4] += y[2] * y[3];
        return y;
    }
}
