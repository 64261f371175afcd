// A scratch array whose elements stay from turn to turn.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ScratchCarried {
    @Differentiable
    static double f(double[] x) {
        double[] memory = new double[2];
        double y = 0;
        for (int t = 0; t < 6; t++) {
            double fresh = x[t % 3] * memory[t % 2] + x[0];
            memory[(t + 1) % 2] = fresh * 0.5;
            y += fresh * memory[0];
        }
        return y;
    }
}
