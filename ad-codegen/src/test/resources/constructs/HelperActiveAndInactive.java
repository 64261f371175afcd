// A helper called with active arguments here and with data there.
// f: 2 in 0.5..1.5, 0.4, {1, 2, 3}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperActiveAndInactive {
    @Differentiable(wrt = "x")
    static double f(double[] x, double p, double[] data) {
        double weight = product(data) * curve(p, 2);
        double a = curve(x[0], p) + curve(p, x[1]);
        double b = product(x) * weight;
        return a * b + curve(x[0], x[1]) + curve(1, 2);
    }

    private static double curve(double t, double rate) {
        return Math.exp(-t * rate) * t;
    }

    private static double product(double[] a) {
        double product = 1;
        for (double e : a) {
            product *= e;
        }
        return product;
    }
}
