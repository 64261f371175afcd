// AD-THROW 11: write throw new X("message")
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ThrowVariable {
    static final RuntimeException FAILURE = new IllegalStateException("no");

    @Differentiable
    static double f(double x) {
        if (x < 0) throw FAILURE;
        return x;
    }
}
