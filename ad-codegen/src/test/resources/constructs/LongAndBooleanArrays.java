// Arrays of long and boolean, as data and local.
// f: 3 in 0.5..2, {4000000000, -1, 7}, {true, false, true}, {{1, 2}, {3, 4}}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LongAndBooleanArrays {
    @Differentiable
    static double f(double[] x, long[] n, boolean[] use, int[][] table) {
        boolean[] flipped = new boolean[use.length];
        long[] total = new long[1];
        double sum = 0;
        for (int i = 0; i < use.length; i++) {
            flipped[i] = !use[i];
            total[0] += n[i];
            if (flipped[i]) {
                sum += x[i] * x[i];
            } else {
                sum += x[i] * (total[0] % 11);
            }
        }
        return sum * table[1][0] + x[0] * table[0][1];
    }
}
