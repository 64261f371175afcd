// Jumps out of nested loops, to either of them, and out of a block.
// f: 3x4 in 0.1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LabelledJumps {
    @Differentiable
    static double f(double[][] m) {
        double y = 1;
        int seen = 0;
        rows:
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; ; j++) {
                seen++;
                if (j == m[i].length) {
                    continue rows;
                }
                y += y * m[i][j];
                if (i == 1 && j == 2) {
                    continue rows;
                }
                if (seen > 10) {
                    break rows;
                }
            }
        }
        block:
        {
            y *= m[0][1];
            if (seen > 5) {
                break block;
            }
            y = 0;
        }
        return y * seen;
    }
}
