// Values of a vector that depend on no variable, only on branches.
// f: 2 in 0.5..1.5, 2.5 | flat
// written: 0.5, 2x2 in 0.5..1.5, out 3 | flat
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ConstantValues {
    @Differentiable(wrt = "x")
    static double[] f(double[] x, double a) {
        x[1] *= x[0];
        return new double[] {a, x[0] > 0 ? 1 : 2, 3};
    }

    @Differentiable(wrt = {"a", "m"}, outputs = "out")
    static void written(double a, double[][] m, double[] out) {
        out[0] = a > 0 ? 3 : 4;
        out[1] = m[0].length;
        out[2] = m.length;
    }
}
