// AD-NULL 9: use an empty array, or a boolean beside it
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Null {
    @Differentiable
    static double f(double[] x) {
        double[] row = null;
        for (double e : x) {
            row = x;
        }
        return row[0];
    }
}
