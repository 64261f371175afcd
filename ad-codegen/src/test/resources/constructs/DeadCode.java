// Statements that nothing depends on.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class DeadCode {
    private static final boolean DEBUG = false;

    @Differentiable
    static double f(double[] x) {
        double unused = Math.exp(x[0]);
        double[] scratch = new double[2];
        scratch[0] = unused * x[1];
        for (int i = 0; i < 3; i++) {
            scratch[1] += scratch[0];
        }
        double y = x[0] * x[2];
        if (DEBUG) {
            y = scratch[1];
        }
        if (false) {
            y = 0;
        }
        y += x[1] * x[1];
        x[0] = scratch[1];
        return y;
    }
}
