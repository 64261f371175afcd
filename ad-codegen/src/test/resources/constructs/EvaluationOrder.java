// Operands are evaluated from left to right, and before the operator.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class EvaluationOrder {
    @Differentiable
    static double f(double[] x) {
        double y = x[0];
        y += y++ * x[1] + y;
        y = y * (y = x[2]) + y;
        int i = 0;
        double z = x[i] + (i = 3) * x[i] + x[i = 1];
        z -= (z = z * z) - (z *= 0.5);
        double[] a = x.clone();
        a[0] = a[0] + (a[0] = a[1] * 3) * a[0];
        int j = 1;
        j += j++ + ++j;
        return y * z + a[0] * j;
    }
}
