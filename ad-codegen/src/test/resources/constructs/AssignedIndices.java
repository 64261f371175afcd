// Assignments as values, to elements that their own index is read from.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class AssignedIndices {
    @Differentiable
    @SuppressWarnings("AD-TRUNCATION")
    static double f(double[] x) {
        int[] next = {0, 2, 0};
        int p = next[next[0]] = 1;
        next[0] = 0;
        int q = next[next[0]] += 1;
        next[0] = 0;
        int r = ++next[next[0]];
        double[] e = {0, x[1]};
        double y = e[(int) e[0]] = 1 + 0.4 * x[0];
        double[] g = {0, x[2]};
        double u = g[(int) g[0]] += 1 + 0.3 * x[1];
        double[][] m = {{0, x[2]}, {x[1], x[0]}};
        double z = m[(int) m[0][0]][0] = 1 + 0.3 * x[2];
        return p * y * x[1] + q * z * x[0] + r * u * x[2];
    }
}
