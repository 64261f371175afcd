// AD-THROW 10: write throw new X("message")
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ThrowWithCause {
    @Differentiable
    static double f(double x) {
        if (x < 0) {
            throw new IllegalStateException("no", new RuntimeException("cause"));
        }
        return x;
    }
}
