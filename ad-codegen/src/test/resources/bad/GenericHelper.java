// AD-CALL 11: see the error at its declaration
// AD-GENERIC 14: write it for the types that it is used with
// AD-TYPE 14: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class GenericHelper {
    @Differentiable
    static double f(double x) {
        return first(x, 1);
    }

    private static <T extends Number> double first(double x, T ignored) {
        return x;
    }
}
