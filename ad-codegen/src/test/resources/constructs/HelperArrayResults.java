// Helpers that make arrays, return their argument, or a row of it.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperArrayResults {
    @Differentiable
    static double f(double[] x) {
        double[] a = squares(x);
        double[] same = scaled(a, x[0]);
        double[][] m = outer(x, same);
        double[] row = longest(m);
        row[0] += 1;
        a[1] *= 2;
        return same[0] * same[1] + m[1][0] * m[2][0] + row[1] + squares(squares(x))[2];
    }

    private static double[] squares(double[] a) {
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i] * a[i];
        }
        return b;
    }

    private static double[] scaled(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
        return a;
    }

    private static double[][] outer(double[] a, double[] b) {
        double[][] m = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                m[i][j] = a[i] * b[j];
            }
        }
        return m;
    }

    private static double[] longest(double[][] m) {
        double[] longest = m[0];
        for (double[] row : m) {
            if (row.length > longest.length) {
                longest = row;
            }
        }
        return longest;
    }
}
