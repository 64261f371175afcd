// The determinant by elimination with partial pivoting, rows exchanged element by element.
// f: {{0.1, 2.3, 0.4}, {3.1, 0.2, 1.1}, {1.2, 0.7, 4.1}}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LuByElement {
    @Differentiable
    static double f(double[][] a) {
        int n = a.length;
        double determinant = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            double largest = 0;
            for (int i = k; i < n; i++) {
                if (Math.abs(a[i][k]) > largest) {
                    largest = Math.abs(a[i][k]);
                    pivot = i;
                }
            }
            if (largest == 0) {
                return a[0][2] * a[2][0];
            }
            if (pivot != k) {
                for (int j = 0; j < n; j++) {
                    double t = a[k][j];
                    a[k][j] = a[pivot][j];
                    a[pivot][j] = t;
                }
                determinant = -determinant;
            }
            determinant *= a[k][k];
            for (int i = k + 1; i < n; i++) {
                a[i][k] /= a[k][k];
                for (int j = k + 1; j < n; j++) {
                    a[i][j] -= a[i][k] * a[k][j];
                }
            }
        }
        return determinant;
    }
}
