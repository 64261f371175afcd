// Rows made orthonormal in place, modified Gram-Schmidt.
// f: 3x3 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class GramSchmidt {
    @Differentiable
    static double f(double[][] a) {
        double product = 1;
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            for (int k = 0; k < i; k++) {
                double dot = 0;
                for (int j = 0; j < row.length; j++) {
                    dot += row[j] * a[k][j];
                }
                for (int j = 0; j < row.length; j++) {
                    row[j] -= dot * a[k][j];
                }
            }
            double norm = 0;
            for (double e : row) {
                norm += e * e;
            }
            norm = Math.sqrt(norm);
            for (int j = 0; j < row.length; j++) {
                row[j] /= norm;
            }
            product *= norm;
        }
        return product + a[2][0] * a[1][1];
    }
}
