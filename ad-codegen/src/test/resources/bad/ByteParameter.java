// AD-TYPE 8: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ByteParameter {
    @Differentiable
    static double f(double x, byte b) {
        return b * x;
    }
}
