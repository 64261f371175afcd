// AD-LAMBDA 19: write a loop, or a static method and call it (called from the @Differentiable method LambdaInHelper.f)
// AD-CALL 20: do its work outside of the method and pass the result as an argument
package bad;

import java.util.function.DoubleSupplier;
import org.cotangent.ad.annotation.Differentiable;

final class LambdaInHelper {
    @Differentiable
    static double f(double x) {
        return Elsewhere.twice(x);
    }
}

final class Elsewhere {
    private Elsewhere() {}

    static double twice(double x) {
        DoubleSupplier supplier = () -> 2 * x;
        return supplier.getAsDouble();
    }
}
