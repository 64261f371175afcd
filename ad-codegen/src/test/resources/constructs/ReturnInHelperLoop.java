// A helper that returns out of a loop, called several times.
// f: 5 in 0.1..0.9
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ReturnInHelperLoop {
    @Differentiable
    static double f(double[] x) {
        return firstAbove(x, 0.2) * firstAbove(x, 5) + firstAbove(x, 0);
    }

    private static double firstAbove(double[] x, double limit) {
        double sum = 0;
        for (double e : x) {
            sum += e;
            if (sum > limit) {
                return sum * e;
            }
        }
        return sum * sum;
    }
}
