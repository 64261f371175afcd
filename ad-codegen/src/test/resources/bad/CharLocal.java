// AD-TYPE 9: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class CharLocal {
    @Differentiable
    static double f(double x) {
        char c = 'a';
        return c * x;
    }
}
