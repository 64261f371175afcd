// A call that gives another number each time: it runs once, and its result is kept.
// f: 2 in 0.5..1.5 | external
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ExternalWithEffect {
    @Differentiable
    static double f(double[] x) {
        long start = System.nanoTime();
        double y = x[0] * x[1];
        for (int i = 0; i < 3; i++) {
            y += System.nanoTime() - start >= 0 ? x[0] * y : x[1];
        }
        return y;
    }
}
