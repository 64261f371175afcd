// Helpers in other classes of the compilation.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperOtherClass {
    @Differentiable
    static double f(double[] x) {
        return HelperElsewhere.norm(x) * HelperElsewhere.Deeper.decay(x[0]) + HelperElsewhere.SCALE;
    }
}

final class HelperElsewhere {
    static final double SCALE = 1.5;

    private HelperElsewhere() {}

    static double norm(double[] a) {
        double sum = 0;
        for (double e : a) {
            sum += hidden(e);
        }
        return Math.sqrt(sum);
    }

    private static double hidden(double e) {
        return e * e * SCALE;
    }

    static final class Deeper {
        private Deeper() {}

        static double decay(double t) {
            return Math.exp(-hidden(t));
        }
    }
}
