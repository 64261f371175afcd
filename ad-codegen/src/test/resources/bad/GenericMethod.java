// AD-GENERIC 8: write it for the types that it is used with
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class GenericMethod {
    @Differentiable
    static <T> double f(double x) {
        return x * x;
    }
}
