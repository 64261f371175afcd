// A jagged array, made row by row.
// f: 4 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class JaggedLocal {
    @Differentiable
    static double f(double[] x) {
        double[][] triangle = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            triangle[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                triangle[i][j] = x[i] * x[j] + (j == 0 ? 1 : triangle[i][j - 1]);
            }
        }
        double sum = 0;
        for (double[] row : triangle) {
            sum += row[row.length - 1] * row.length;
        }
        return sum;
    }
}
