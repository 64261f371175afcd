// A guard in a helper, within a loop.
// f: 3 in 0.5..1.5
// f: {1, -1, 1} | throws
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ThrowInHelper {
    @Differentiable
    static double f(double[] x) {
        double sum = 0;
        for (double e : x) {
            sum += root(e);
        }
        return sum * sum;
    }

    private static double root(double e) {
        if (e < 0) {
            throw new IllegalArgumentException("root of " + e);
        }
        return Math.sqrt(e);
    }
}
