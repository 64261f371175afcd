// AD-SYNCHRONIZED 9: lock outside of the method
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Synchronized {
    @Differentiable
    static double f(double x) {
        synchronized (Synchronized.class) {
            return x * x;
        }
    }
}
