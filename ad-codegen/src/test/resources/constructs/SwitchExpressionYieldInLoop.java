// yield out of a loop, and a switch in a switch.
// f: 4 in 0.1..0.6, 2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SwitchExpressionYieldInLoop {
    @Differentiable
    static double f(double[] x, int kind) {
        return x[0] + switch (kind) {
            case 2 -> {
                double sum = 0;
                for (double e : x) {
                    sum += e * e;
                    if (sum > 0.3) {
                        yield sum * switch (kind + 1) {
                            case 3 -> e;
                            default -> 0;
                        };
                    }
                }
                yield sum * x[1];
            }
            default -> 1;
        };
    }
}
