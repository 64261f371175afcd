// What Java itself throws: index, division, size.
// f: 3 in 0.5..1.5, 3, 1, 1 | throws
// f: 3 in 0.5..1.5, 1, 0, 1 | throws
// f: 3 in 0.5..1.5, 1, 1, -1 | throws
// f: 3 in 0.5..1.5, 1, 1, 2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class JavaFailures {
    @Differentiable
    static double f(double[] x, int i, int divisor, int size) {
        double[] a = new double[size];
        a[size - 1] = x[i] * x[0];
        return a[size - 1] * (7 / divisor) + x[2];
    }
}
