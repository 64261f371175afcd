// AD-LAMBDA 11: write a loop, or a static method and call it
// AD-CALL 12: do its work outside of the method and pass the result as an argument
package bad;

import java.util.function.DoubleUnaryOperator;
import org.cotangent.ad.annotation.Differentiable;

final class Lambda {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator square = t -> t * t;
        return square.applyAsDouble(x);
    }
}
