// A counter declared before the loop and read after it.
// f: 5 in 0.1..0.9, 1.2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForCounterBefore {
    @Differentiable(wrt = "x")
    static double f(double[] x, double limit) {
        int i;
        double sum = 0;
        for (i = 0; i < x.length && sum < limit; i++) {
            sum += x[i] * x[i];
        }
        int j = 1;
        for (; j < i; j++) {
            sum *= x[j];
        }
        return sum * i + x[0] * j;
    }
}
