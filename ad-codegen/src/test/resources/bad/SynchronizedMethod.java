// AD-SYNCHRONIZED 8: lock outside of it
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class SynchronizedMethod {
    @Differentiable
    static synchronized double f(double x) {
        return x * x;
    }
}
