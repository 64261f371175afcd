// AD-METHOD 10: make it static and pass what it needs of its object as arguments
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class InstanceMethod {
    private double scale = 2;

    @Differentiable
    double f(double x) {
        return scale * x;
    }
}
