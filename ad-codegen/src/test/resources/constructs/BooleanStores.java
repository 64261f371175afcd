// Booleans and longs that are kept in arrays, with conditions as values.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class BooleanStores {
    @Differentiable
    static double f(double[] x) {
        boolean[] above = new boolean[x.length];
        long[] bits = {0, 1L << 40};
        boolean[][] table = {{true}, {false, true}};
        double y = 0;
        for (int i = 0; i < x.length; i++) {
            above[i] = i > 0 && above[i - 1] != x[i] > 0.1;
            bits[i % 2] |= above[i] ? 1L << i : 0;
            above[i] ^= table[i % 2][i % 2];
            y += above[i] ? x[i] * x[0] : x[i];
        }
        above[0] &= above[1] | above[2];
        return y * (bits[0] + 1) + (above[0] ? y * y : 0) + (bits[1] >> 39) * x[1];
    }
}
