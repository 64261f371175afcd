// A jagged array as data: neighbours of each vertex.
// f: 4 in -1..1, {{1, 2}, {0}, {0, 1, 3}, {}}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class JaggedData {
    @Differentiable
    static double f(double[] x, int[][] neighbours) {
        double energy = 0;
        for (int i = 0; i < neighbours.length; i++) {
            for (int j : neighbours[i]) {
                double d = x[i] - x[j];
                energy += d * d * (1 + x[j]);
            }
        }
        return energy;
    }
}
