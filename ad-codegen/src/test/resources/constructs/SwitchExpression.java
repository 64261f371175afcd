// Switches that are values, with and without yield.
// f: 3 in 0.5..1.5, 0
// f: 3 in 0.5..1.5, 1
// f: 3 in 0.5..1.5, 3
// f: 3 in 0.5..1.5, -4
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SwitchExpression {
    @Differentiable
    static double f(double[] x, int kind) {
        double y = switch (kind) {
            case 0 -> x[0] * x[1];
            case 1 -> {
                double t = x[2];
                for (int i = 0; i < 3; i++) {
                    t *= x[1];
                }
                yield t;
            }
            default -> Math.cos(x[0]);
        };
        int index = switch (kind % 3) {
            case 0:
                yield 2;
            case 1:
                yield 1;
            default:
                yield 0;
        };
        return y * x[index] + switch (index) {
            case 0 -> x[0];
            default -> x[1] * x[1];
        };
    }
}
