// A table filled from its edges, each cell a soft minimum of three.
// f: 4 in 0..1, 3 in 0..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Dynamic {
    @Differentiable(wrt = {"a", "b"})
    static double f(double[] a, double[] b) {
        double[][] cost = new double[a.length + 1][b.length + 1];
        for (int i = 1; i <= a.length; i++) {
            cost[i][0] = 1e3;
        }
        for (int j = 1; j <= b.length; j++) {
            cost[0][j] = 1e3;
        }
        for (int i = 1; i <= a.length; i++) {
            for (int j = 1; j <= b.length; j++) {
                double d = a[i - 1] - b[j - 1];
                cost[i][j] = d * d + soft(cost[i - 1][j], cost[i][j - 1], cost[i - 1][j - 1]);
            }
        }
        return cost[a.length][b.length];
    }

    private static double soft(double a, double b, double c) {
        double least = Math.min(a, Math.min(b, c));
        return least - 0.5 * Math.log(Math.exp((least - a) / 0.5) + Math.exp((least - b) / 0.5) + Math.exp((least - c) / 0.5));
    }
}
