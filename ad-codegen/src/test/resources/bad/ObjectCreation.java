// AD-TYPE 9: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ObjectCreation {
    @Differentiable
    static double f(double x) {
        Object o = new Object();
        return o == null ? x : x * x;
    }
}
