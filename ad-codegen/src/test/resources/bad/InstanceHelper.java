// AD-CALL 12: see the error at its declaration
// AD-METHOD 15: make it static and pass what it needs of its object as arguments (called from the @Differentiable method InstanceHelper.f)
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class InstanceHelper {
    private static final InstanceHelper ONE = new InstanceHelper();

    @Differentiable
    static double f(double x) {
        return ONE.twice(x);
    }

    private double twice(double x) {
        return 2 * x;
    }
}
