// Clones are copies; clones of matrices share their rows.
// f: 2x2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ArrayClone {
    @Differentiable
    static double f(double[][] m) {
        double[] row = m[0].clone();
        row[0] *= row[1];
        double[][] shared = {m[0].clone(), m[1].clone()};
        double[][] rows = shared.clone();
        rows[0][0] += 1;
        rows[1] = row;
        rows[1][1] *= 2;
        int[] k = {1, 0};
        int[] l = k.clone();
        l[0] = 0;
        return shared[0][0] * shared[1][1] + row[0] * row[1] + m[0][0] * m[k[0]][l[0]] + m[0][1];
    }
}
