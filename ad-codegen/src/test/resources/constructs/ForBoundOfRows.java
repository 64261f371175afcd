// Bounds that are lengths of rows: rows stay while numbers are stored, and are other ones after rows are, here or in a helper.
// f: 3x2 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForBoundOfRows {
    record Held(double[][] rows) {}

    @Differentiable
    static double f(double[][] a) {
        double[][] product = times(a, new double[][] {{1, 2, 3}, {4, 5, 6}});
        double sum = 0;
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < product[i].length; j++) {
                product[i][j] *= product[i][j];
                sum += product[i][j] * (j + 1);
            }
        }
        double[] one = {a[0][0]};
        double[] three = {a[0][1], sum, a[2][0]};
        double[][] ragged = {three, one};
        for (int j = 0; j < ragged[0].length; j++) {
            sum += ragged[0][j] * j;
            ragged[0] = j == 1 ? one : three;
        }
        for (int j = 0; j < ragged[1].length; j++) {
            sum += ragged[1][j] * ragged[1][j];
            swap(ragged, j);
        }
        Held held = new Held(ragged);
        for (int j = 0; j < held.rows()[0].length; j++) {
            sum *= 1 + 0.1 * held.rows()[0][j];
            swap(held);
        }
        int[] counts = {3, 2};
        for (int k = 0; k < counts[0]; k++) {
            one[0] += sum * k;
            counts[1]--;
            counts[0] += counts[1] > 0 ? 1 : -1;
        }
        return sum + one[0];
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    private static void swap(double[][] rows, int unused) {
        double[] row = rows[0];
        rows[0] = rows[1];
        rows[1] = row;
    }

    private static void swap(Held held) {
        swap(held.rows(), 0);
    }
}
