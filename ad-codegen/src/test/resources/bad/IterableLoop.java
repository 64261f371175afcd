// AD-LOOP 13: copy what it runs over to an array
package bad;

import java.util.List;
import org.cotangent.ad.annotation.Differentiable;

final class IterableLoop {
    static final List<Double> DATA = List.of(1.0, 2.0);

    @Differentiable
    static double f(double x) {
        double sum = 0;
        for (double d : DATA) {
            sum += d * x;
        }
        return sum;
    }
}
