// A float parameter to differentiate by.
// f: in 0.5..2 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class FloatParameter {
    @Differentiable
    static double f(float x) {
        double y = x;
        return y * y * y + Math.sin(x);
    }
}
