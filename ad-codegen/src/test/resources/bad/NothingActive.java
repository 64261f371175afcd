// AD-WRT 7: expected a double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class NothingActive {
    @Differentiable
    static double f(int n) {
        return n * 0.5;
    }
}
