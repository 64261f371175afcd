// AD-STATIC 11: pass it as an argument, or make it final with a constant value
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class PrivateField {
    private static final double ROOT = Math.sqrt(2);

    @Differentiable
    static double f(double x) {
        return ROOT * x;
    }
}
