// AD-RULE 20: returns int, expected double: the derivative by x
// AD-RULE 25: returns double[], expected double, the adjoint of a number, or void
// AD-RULE 30: returns a record with double z, expected components of type double out of [xBar, yBar]
// AD-RULE 35: gives no adjoint; return or write one
// AD-RULE 39: returns void, expected double, the tangent of the result
// AD-RULE 42: is along all of them at once; leave wrt out
// AD-RULE 48: takes tangents and adjoints, expected one of them; write two rules
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleReturns {
    record Adjoints(double xBar, double z) {}

    static double product(double x, double y, double[] p) {
        return x * y * p[0];
    }

    @DerivativeOf(method = "product", wrt = "x")
    static int byX(double y) {
        return (int) y;
    }

    @DerivativeOf(method = "product")
    static double[] adjoint(double productBar, double[] pBar) {
        return new double[] {productBar, pBar[0]};
    }

    @DerivativeOf(method = "product")
    static Adjoints adjoints(double x, double y, double productBar) {
        return new Adjoints(productBar * y, productBar * x);
    }

    @DerivativeOf(method = "product")
    static void nothing(double productBar) {
    }

    @DerivativeOf(method = "product")
    static void tangent(double xDot) {
    }

    @DerivativeOf(method = "product", wrt = "y")
    static double along(double yDot) {
        return yDot;
    }

    @DerivativeOf(method = "product")
    static double both(double xDot, double productBar) {
        return xDot * productBar;
    }
}
