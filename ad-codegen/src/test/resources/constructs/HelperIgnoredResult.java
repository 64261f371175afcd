// Calls whose result is dropped.
// f: 2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperIgnoredResult {
    @Differentiable
    static double f(double[] x) {
        double[] a = x.clone();
        push(a, x[0]);
        push(a, x[1] * x[1]);
        return a[0] * a[1];
    }

    private static double push(double[] a, double e) {
        a[1] = a[0] * a[1];
        a[0] += e;
        return a[1];
    }
}
