// AD-THROW 10: tell its length or an element
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class MessageOfArray {
    @Differentiable
    static double f(double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("nothing in " + x);
        }
        return x[0];
    }
}
