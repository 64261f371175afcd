// AD-CALL 9: copy its source into this project, or do its work outside of the method and pass the result as an argument
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class NativeHelper {
    @Differentiable
    static double f(double x) {
        return g(x);
    }

    private static native double g(double x);
}
