// Calls with active arguments in conditions, indices and bounds.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperInCondition {
    @Differentiable
    static double f(double[] x) {
        double y = 1;
        for (int i = first(x); i < count(x) && total(x) > 0; i++) {
            if (total(x) * y > 1 || isLarge(y)) {
                y *= x[(i + first(x)) % 4];
            } else {
                y += total(x);
            }
        }
        while (!isLarge(y)) {
            y += total(x);
        }
        return y > 0 ? y * total(x) : total(x);
    }

    private static int first(double[] x) {
        return x[0] > 100 ? 1 : 0;
    }

    private static int count(double[] x) {
        return x.length;
    }

    private static double total(double[] x) {
        double sum = 0;
        for (double e : x) {
            sum += e * e;
        }
        return sum;
    }

    private static boolean isLarge(double y) {
        return y > 3;
    }
}
