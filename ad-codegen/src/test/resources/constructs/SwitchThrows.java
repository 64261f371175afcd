// Cases that throw or return, with nothing behind them.
// f: 2 in 0.5..1.5, 0
// f: 2 in 0.5..1.5, 1
// f: 2 in 0.5..1.5, 2 | throws
// f: 2 in 0.5..1.5, 5 | throws
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SwitchThrows {
    @Differentiable
    static double f(double[] x, int kind) {
        double y = switch (kind) {
            case 0 -> x[0] * x[1];
            case 1 -> {
                if (x[0] > 100) {
                    throw new IllegalStateException("large");
                }
                yield x[0] + x[1] * x[1];
            }
            case 2 -> throw new IllegalArgumentException("kind " + kind);
            default -> x[0] * kind;
        };
        switch (kind) {
            case 0:
                return y;
            case 1:
                y *= y;
                return y;
            default:
                throw new UnsupportedOperationException("none for " + kind);
        }
    }
}
