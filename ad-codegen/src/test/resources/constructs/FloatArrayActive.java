// A float array to differentiate by.
// f: 3 in 0.5..2 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class FloatArrayActive {
    @Differentiable
    static double f(float[] x) {
        double sum = 0;
        for (float e : x) {
            sum += (double) e * e * e;
        }
        return sum;
    }
}
