// AD-SWITCH 13: give each case a number
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class EnumSwitch {
    enum Kind { ONE, TWO }

    static final Kind KIND = Kind.ONE;

    @Differentiable
    static double f(double x) {
        switch (KIND) {
            case ONE:
                return x;
            default:
                return x * x;
        }
    }
}
