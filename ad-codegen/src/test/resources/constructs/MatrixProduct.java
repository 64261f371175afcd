// Products of matrices, written row by row.
// f: 2x3 in -1..1, 3x2 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class MatrixProduct {
    @Differentiable(wrt = {"a", "b"})
    static double f(double[][] a, double[][] b) {
        double[][] c = times(a, b);
        double[][] d = times(c, c);
        double trace = 0;
        for (int i = 0; i < d.length; i++) {
            trace += d[i][i];
        }
        return trace;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            double[] row = c[i];
            for (int k = 0; k < b.length; k++) {
                double factor = a[i][k];
                for (int j = 0; j < row.length; j++) {
                    row[j] += factor * b[k][j];
                }
            }
        }
        return c;
    }
}
