// AD-TYPE 10: expected double
// AD-NULL 11: use an empty array, or a boolean beside it
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ObjectCreation {
    @Differentiable
    static double f(double x) {
        Object o = new Object();
        return o == null ? x : x * x;
    }
}
