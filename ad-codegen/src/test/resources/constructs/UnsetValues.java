// halves: 3 in -1..1, out 4
// none: 3 in -1..1, out 2 | flat
// early: 3 in -1..1, out 4
package constructs;

import org.cotangent.ad.annotation.Differentiable;

/** Outputs of which elements are never assigned. */
final class UnsetValues {

    private UnsetValues() {}

    @Differentiable(outputs = "out")
    static void halves(double[] x, double[] out) {
        out[1] = x[0] * x[1];
        out[3] = x[2] * x[2];
    }

    @Differentiable(outputs = "out")
    static void none(double[] x, double[] out) {
        double y = x[0] * x[1];
        if (y > 100) {
            out[0] = y;
        }
    }

    @Differentiable(outputs = "out")
    static void early(double[] x, double[] out) {
        for (int i = 0; i < out.length; i++) {
            if (i == 2) {
                return;
            }
            out[i] = x[i] * x[2];
        }
    }
}
