// The array is evaluated before the index, the index before the value.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class EvaluationOrderArrays {
    @Differentiable
    static double f(double[] x) {
        double[] a = x.clone();
        double[] b = new double[4];
        double[] target = a;
        target[1] = (target = b)[1] + x[2] * 3;
        target[0] += x[0] * (target = a)[3];
        int i = 0;
        int[] order = {1, 2, 3, 0};
        a[i = order[i]] = a[order[i]] * i;
        double[][] m = {a, b};
        int r = 0;
        m[r++][r] += m[r][r] + x[r];
        return a[0] * a[1] + b[0] * a[3] + b[1] + a[2];
    }
}
