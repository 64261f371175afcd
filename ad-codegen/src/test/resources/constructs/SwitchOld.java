// A switch of statements with breaks.
// f: 3 in 0.5..1.5, 0
// f: 3 in 0.5..1.5, 1
// f: 3 in 0.5..1.5, 2
// f: 3 in 0.5..1.5, 9
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SwitchOld {
    @Differentiable
    static double f(double[] x, int kind) {
        double y;
        switch (kind) {
            case 0:
                y = x[0] * x[1];
                break;
            case 1: {
                double t = Math.sin(x[1]);
                y = t * x[2];
                break;
            }
            case 2:
            case 3:
                y = x[2] * x[2];
                break;
            default:
                y = Math.exp(x[0]);
        }
        return y + x[0];
    }
}
