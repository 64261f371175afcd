// Cholesky's factorisation in place, its log-determinant, and a solve.
// f: 3x3 in -0.2..0.2, 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Cholesky {
    @Differentiable(wrt = {"m", "b"})
    static double f(double[][] m, double[] b) {
        int n = b.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = 0.5 * (m[i][j] + m[j][i]);
            }
            a[i][i] += 2;
        }
        double logDeterminant = factorise(a);
        double[] y = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                y[i] -= a[i][k] * y[k];
            }
            y[i] /= a[i][i];
        }
        double squares = 0;
        for (double e : y) {
            squares += e * e;
        }
        return 0.5 * (squares + logDeterminant);
    }

    private static double factorise(double[][] a) {
        double logDeterminant = 0;
        for (int j = 0; j < a.length; j++) {
            double[] row = a[j];
            double d = row[j];
            for (int k = 0; k < j; k++) {
                d -= row[k] * row[k];
            }
            if (!(d > 0)) {
                throw new IllegalArgumentException("matrix is not positive definite at column " + j);
            }
            row[j] = Math.sqrt(d);
            logDeterminant += Math.log(d);
            for (int i = j + 1; i < a.length; i++) {
                double s = a[i][j];
                for (int k = 0; k < j; k++) {
                    s -= a[i][k] * row[k];
                }
                a[i][j] = s / row[j];
            }
        }
        return logDeterminant;
    }
}
