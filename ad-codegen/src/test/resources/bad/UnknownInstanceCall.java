// AD-TYPE 12: expected double
// AD-CALL 13: do its work outside of the method and pass the result as an argument
package bad;

import java.util.Random;
import org.cotangent.ad.annotation.Differentiable;

final class UnknownInstanceCall {
    @Differentiable
    static double f(double x) {
        double y = x;
        Random random = new Random(1);
        return y * random.nextDouble();
    }
}
