// Arrays of rank three, active, local and data.
// f: 2x3x2 in -1..1, 2x3x2 in 0..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RankThree {
    @Differentiable(wrt = "a")
    static double f(double[][][] a, double[][][] w) {
        double[][][] b = new double[a.length][a[0].length][a[0][0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                for (int k = 0; k < a[i][j].length; k++) {
                    b[i][j][k] = Math.sin(a[i][j][k]) * w[i][j][k];
                }
            }
        }
        double sum = 0;
        for (double[][] plane : b) {
            for (double[] row : plane) {
                sum += row[0] * row[1];
            }
        }
        return sum * b[0][0][0];
    }
}
