package golden;

import org.cotangent.ad.runtime.Generated;

/**
 * The sample Determinant.
 */
@Generated("org.cotangent.codegen")
@SuppressWarnings("all")
public final class Determinant {
    private Determinant() {
    }

    /**
     * The procedure determinant.
     */
    public static double determinant(double[][] m) {
        double det = 1;
        for (int k = 0; k < m.length; k++) {
            int pivot = k;
            for (int i = k + 1; i < m.length; i++) {
                if (Math.abs(m[i][k]) > Math.abs(m[pivot][k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                double[] swap = m[k];
                m[k] = m[pivot];
                m[pivot] = swap;
                det = -det;
            }
            double[] row = m[k];
            det *= row[k];
            if (row[k] == 0) {
                throw new ArithmeticException("singular: pivot \"$0\" of row " + k + " is "
                        + row[k]);
            }
            for (int i = k + 1; i < m.length; i++) {
                double factor = m[i][k] / row[k];
                for (int j = k; j < m.length; j++) {
                    m[i][j] -= factor * row[j];
                }
            }
        }
        return det;
    }
}
