// Helpers of a superclass and an interface, and of one name in two classes.
// f: 2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperInherited extends HelperParent implements HelperInterface {
    @Differentiable
    static double f(double[] x) {
        return inherited(x[0]) * HelperInterface.offered(x[1]) + f(x[0], 2) + HelperParent.f(x[1], 3) + HelperInherited.own(x[0]);
    }

    static double f(double x, int n) {
        return x * n;
    }

    static double own(double x) {
        return HelperParent.own(x) + 1;
    }
}

class HelperParent {
    static double inherited(double x) {
        return x * x + own(x);
    }

    static double own(double x) {
        return Math.cos(x);
    }

    static double f(double x, int n) {
        return Math.sin(x) * n;
    }
}

interface HelperInterface {
    static double offered(double x) {
        return Math.exp(hidden(x));
    }

    private static double hidden(double x) {
        return -x;
    }
}
