// Gaussian elimination with partial pivoting, rows exchanged by reference.
// f: {{0.1, 2.3, 0.4}, {3.1, 0.2, 1.1}, {1.2, 0.7, 4.1}}, 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LuByReference {
    @Differentiable(wrt = {"m", "b"})
    static double f(double[][] m, double[] b) {
        int n = b.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = m[i].clone();
        }
        double[] x = b.clone();
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                double[] row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                double e = x[k];
                x[k] = x[pivot];
                x[pivot] = e;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k + 1; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
                x[i] -= factor * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
        return x[0] * x[1] + x[2] * x[2];
    }
}
