// AD-OUTPUT 7: put other values into a double[]
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ReturnsInt {
    @Differentiable
    static int f(double x) {
        return (int) x;
    }
}
