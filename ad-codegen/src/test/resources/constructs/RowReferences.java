// A row of a matrix by reference: what is written to it is written to the matrix.
// f: 2x3 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RowReferences {
    @Differentiable
    static double f(double[][] m) {
        double[][] a = new double[2][3];
        for (int i = 0; i < m.length; i++) {
            double[] row = m[i];
            double[] target = a[i];
            for (int j = 0; j < row.length; j++) {
                target[j] = row[j] * row[j];
            }
            row = a[0];
            row[i] += Math.sin(target[1]);
        }
        return a[0][0] * a[1][1] + a[0][1] * a[1][2] + a[0][2];
    }
}
