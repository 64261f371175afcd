// A loop that only jumps leave.
// f: in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class WhileTrue {
    @Differentiable
    static double f(double x) {
        double y = 1;
        int n = 0;
        while (true) {
            y += y * x;
            n++;
            if (n == 2) {
                continue;
            }
            y *= 0.9;
            if (n > 4) {
                break;
            }
        }
        return y;
    }
}
