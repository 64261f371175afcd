// A small network: layers of matrices, and a loss over rows of data.
// f: 3x2 in -1..1, 3 in -1..1, 3 in -1..1, 4x2 in -1..1, {1, 0, 1, 0}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Network {
    @Differentiable(wrt = {"w", "b", "v"})
    static double f(double[][] w, double[] b, double[] v, double[][] data, int[] labels) {
        double loss = 0;
        double[] hidden = new double[b.length];
        for (int r = 0; r < data.length; r++) {
            double[] row = data[r];
            for (int i = 0; i < hidden.length; i++) {
                double sum = b[i];
                for (int j = 0; j < row.length; j++) {
                    sum += w[i][j] * row[j];
                }
                hidden[i] = Math.tanh(sum);
            }
            double score = 0;
            for (int i = 0; i < hidden.length; i++) {
                score += v[i] * hidden[i];
            }
            double margin = labels[r] == 1 ? score : -score;
            loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin));
        }
        return loss / data.length;
    }
}
