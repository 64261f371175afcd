// Static final values that are not compile-time constants, but visible to the companion.
// f: 3 in 0.5..2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ComputedConstants {
    static final double ROOT = Math.sqrt(2);
    static final int SIZE = Integer.bitCount(7);

    @Differentiable
    static double f(double[] x) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += ROOT * x[i] * x[i];
        }
        return sum;
    }
}
