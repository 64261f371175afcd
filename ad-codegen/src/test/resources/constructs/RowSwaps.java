// Rows of a matrix change places by reference.
// f: 3x2 in 0.5..2, {2, 0}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RowSwaps {
    @Differentiable
    static double f(double[][] m, int[] pivots) {
        double[][] a = {m[0].clone(), m[1].clone(), m[2].clone()};
        double sum = 0;
        for (int k = 0; k < pivots.length; k++) {
            double[] swap = a[k];
            a[k] = a[pivots[k]];
            a[pivots[k]] = swap;
            a[k][0] *= a[k][1];
            sum += (k + 1) * a[k][0] * a[2][1];
        }
        return sum + a[0][0] * a[1][0];
    }
}
