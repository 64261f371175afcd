// AD-TYPE 8: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class StringSwitch {
    @Differentiable
    static double f(double x, String kind) {
        switch (kind) {
            case "square":
                return x * x;
            default:
                return x;
        }
    }
}
