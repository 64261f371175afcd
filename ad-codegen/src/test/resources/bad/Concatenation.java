// AD-CALL 9: do its work outside of the method and pass the result as an argument
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Concatenation {
    @Differentiable
    static double f(double x) {
        return ("x" + x).length() * x;
    }
}
