// AD-TYPE 10: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class EnumParameter {
    enum Kind { ONE, TWO }

    @Differentiable
    static double f(double x, Kind kind) {
        return kind == Kind.ONE ? x : x * x;
    }
}
