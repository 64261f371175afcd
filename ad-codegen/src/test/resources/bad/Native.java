// AD-METHOD 8: annotate a method with one
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Native {
    @Differentiable
    static native double f(double x);
}
