// The logarithm of a sum of exponentials, with the largest taken out.
// f: 4 in -1..1
// f: {800, 806, 797}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LogSumExp {
    @Differentiable
    static double f(double[] x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double e : x) {
            largest = Math.max(largest, e);
        }
        double sum = 0;
        for (double e : x) {
            sum += Math.exp(e - largest);
        }
        return largest + Math.log(sum);
    }
}
