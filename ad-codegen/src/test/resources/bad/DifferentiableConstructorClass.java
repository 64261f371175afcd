// AD-METHOD 11: make it static and pass what it needs of its object as arguments
// AD-METHOD 16: make it static and pass what it needs of its object as arguments
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class DifferentiableConstructorClass {
    private final double[] data = {1, 2};

    @Differentiable
    double f(double[] x) {
        return x[0] * data[0];
    }

    @Differentiable
    double g(double[] x) {
        return x[0] * data[1];
    }
}
