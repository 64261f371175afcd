// AD-STATIC 11: leave the word private out, or pass it as an argument
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class PrivateField {
    private static final double ROOT = Math.sqrt(2);

    @Differentiable
    static double f(double x) {
        return ROOT * x;
    }
}
