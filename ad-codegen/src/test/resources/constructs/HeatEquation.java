// Explicit steps of the heat equation with coefficients that vary, two buffers in one array.
// f: 6 in 0.1..0.3, 6 in 0..1, 7
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HeatEquation {
    @Differentiable(wrt = {"k", "u"})
    static double f(double[] k, double[] u, int steps) {
        double[][] state = {u.clone(), new double[u.length]};
        for (int s = 0; s < steps; s++) {
            double[] from = state[s % 2];
            double[] to = state[1 - s % 2];
            to[0] = from[0];
            to[u.length - 1] = from[u.length - 1];
            for (int i = 1; i + 1 < u.length; i++) {
                to[i] = from[i] + k[i] * (from[i - 1] - 2 * from[i] + from[i + 1]);
            }
        }
        double y = 0;
        for (double e : state[steps % 2]) {
            y += e * e;
        }
        return y;
    }
}
