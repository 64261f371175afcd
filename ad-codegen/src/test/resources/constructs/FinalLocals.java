// final parameters, locals and loop variables.
// f: 3 in 0.5..2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class FinalLocals {
    @Differentiable
    static double f(final double[] x) {
        final double first = x[0];
        final double product;
        if (x.length > 2) {
            product = first * x[2];
        } else {
            product = first;
        }
        double sum = 0;
        for (final double e : x) {
            final double squared = e * e;
            sum += squared * product;
        }
        return sum;
    }
}
