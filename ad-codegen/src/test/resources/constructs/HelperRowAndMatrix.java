// A helper that gets a matrix and a row of it, and writes one of them.
// f: 2x2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperRowAndMatrix {
    @Differentiable
    static double f(double[][] x) {
        double[][] m = {x[0].clone(), x[1].clone()};
        double y = mix(m, m[0]);
        return y * mix(m, m[1]) + m[0][0] * m[0][1] + m[1][0];
    }

    private static double mix(double[][] m, double[] row) {
        double y = row[0] * row[0] * m[1][1];
        m[0][0] = row[1] * y;
        y += row[0] * m[0][0];
        row[1] = Math.sin(m[0][1]) * m[1][0];
        return y * m[0][1] + row[1];
    }
}
