// A matrix to differentiate by, and one as data.
// f: 3x2 in -1..1, 2x3 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Matrices {
    @Differentiable(wrt = "a")
    static double f(double[][] a, double[][] b) {
        double trace = 0;
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a[i].length; k++) {
                trace += a[i][k] * b[k][i] * a[i][k];
            }
        }
        return trace;
    }
}
