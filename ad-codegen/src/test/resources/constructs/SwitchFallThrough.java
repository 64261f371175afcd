// A switch that falls through, with a default in the middle.
// f: 3 in 0.5..1.5, 0
// f: 3 in 0.5..1.5, 1
// f: 3 in 0.5..1.5, 2
// f: 3 in 0.5..1.5, 7
// f: 3 in 0.5..1.5, 5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SwitchFallThrough {
    @Differentiable
    @SuppressWarnings("fallthrough")
    static double f(double[] x, int kind) {
        double y = x[0];
        switch (kind) {
            case 5:
                y = x[2];
            case 0:
                y *= x[1];
            default:
                y += x[2];
                if (kind == 7) {
                    break;
                }
                y *= y;
            case 1:
                y = Math.sin(y);
                break;
            case 2:
                y = x[1] * x[2];
        }
        return y * x[0];
    }
}
