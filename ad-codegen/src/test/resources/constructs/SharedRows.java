// One row at two places of a matrix, and references that change while they are shared.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SharedRows {
    @Differentiable
    static double f(double[] x) {
        double[] row = {x[0], x[1], 1};
        double[][] m = {row, row, x.clone()};
        m[0][0] *= x[2];
        m[1][0] += m[0][1] * m[0][0];
        double[] alias = m[1];
        alias[1] = m[0][0] * row[1];
        m[1] = m[2];
        m[1][1] = m[0][1] * m[2][0];
        row = m[1];
        row[2] *= row[1] * m[0][2];
        return row[2] * m[0][0] + alias[1] * m[2][1];
    }
}
