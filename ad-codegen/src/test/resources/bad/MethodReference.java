// AD-LAMBDA 11: write a loop, or call the method
// AD-CALL 12: do its work outside of the method and pass the result as an argument
package bad;

import java.util.function.DoubleUnaryOperator;
import org.cotangent.ad.annotation.Differentiable;

final class MethodReference {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator sine = Math::sin;
        return sine.applyAsDouble(x);
    }
}
