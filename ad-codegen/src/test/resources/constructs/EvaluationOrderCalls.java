// Calls that change an array, between reads of that array.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class EvaluationOrderCalls {
    @Differentiable
    static double f(double[] x) {
        double[] a = x.clone();
        double y = a[0] + doubled(a, 0) * a[0] - doubled(a, 0);
        a[1] += doubled(a, 1);
        a[2] = a[2] * doubled(a, 2) + a[2];
        y += doubled(a, index(a));
        return y * a[1] + a[2] * sum(a[0], doubled(a, 0), a[0]);
    }

    private static double doubled(double[] a, int i) {
        a[i] *= 2;
        return a[i];
    }

    private static int index(double[] a) {
        a[1] += a[0];
        return 1;
    }

    private static double sum(double first, double second, double third) {
        return first + second * third;
    }
}
