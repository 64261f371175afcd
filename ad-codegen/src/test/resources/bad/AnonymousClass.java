// AD-METHOD 13: make it static and pass what it needs of its object as arguments
// AD-CALL 16: see the error at its declaration
package bad;

import java.util.function.DoubleUnaryOperator;
import org.cotangent.ad.annotation.Differentiable;

final class AnonymousClass {
    @Differentiable
    static double f(double x) {
        return new DoubleUnaryOperator() {
            @Override
            public double applyAsDouble(double t) {
                return t * t;
            }
        }.applyAsDouble(x);
    }
}
