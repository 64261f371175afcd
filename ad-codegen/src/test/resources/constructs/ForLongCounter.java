// A loop whose counter is a long.
// f: in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForLongCounter {
    @Differentiable
    static double f(double x) {
        double y = 1;
        for (long k = 1L << 33; k < (1L << 33) + 4; k++) {
            y = y * x + k % 5;
        }
        return y;
    }
}
