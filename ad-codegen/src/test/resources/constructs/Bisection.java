// Bisection finds a bracket, one step of Newton's method the root.
// f: in 1.7..2.1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Bisection {
    @Differentiable
    static double f(double a) {
        double low = 0;
        double high = 3;
        int turns = 0;
        while (high - low > 0.2) {
            double middle = (low + high) / 2;
            if (middle * middle * middle < a) {
                low = middle;
            } else {
                high = middle;
            }
            turns++;
        }
        double x = low + (a - low * low * low) / (3 * low * low);
        return x * turns;
    }
}
