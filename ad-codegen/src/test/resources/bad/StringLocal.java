// AD-STRING 10: expected double
// AD-CALL 11: do its work outside of the method and pass the result as an argument
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class StringLocal {
    @Differentiable
    static double f(double x) {
        String name = "x";
        return x * name.length();
    }
}
