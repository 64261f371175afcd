// Rosenbrock's valley.
// f: 6 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Rosenbrock {
    @Differentiable
    static double f(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * valley * valley + slope * slope;
        }
        return sum;
    }
}
