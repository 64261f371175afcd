// A loop whose condition compares active values.
// f: in 1.5..1.6
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForActiveCondition {
    @Differentiable
    static double f(double x) {
        double y = x;
        int turns = 0;
        for (double term = x; term < 20; term *= x) {
            y += term;
            turns++;
        }
        return y * turns;
    }
}
