// Break in a switch leaves the switch, continue goes on with the loop.
// f: 6 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SwitchInLoop {
    @Differentiable
    static double f(double[] x) {
        double y = 1;
        outer:
        for (int i = 0; i < x.length; i++) {
            switch (i % 4) {
                case 0:
                    y += x[i];
                    break;
                case 1:
                    y *= x[i];
                    continue;
                case 2:
                    if (i > 3) {
                        break outer;
                    }
                    y -= x[i] * x[0];
                    break;
                default:
                    y = y * y;
            }
            y += 0.1 * x[i] * y;
        }
        return y;
    }
}
