// AD-OUTPUT 9: put other values into a double[]
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ReturnsRecord {
    record Pair(double a, double b) {}

    @Differentiable
    static Pair f(double x) {
        return new Pair(x, x * x);
    }
}
