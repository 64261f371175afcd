// AD-TYPE 9: expected double
package bad;

import java.util.List;
import org.cotangent.ad.annotation.Differentiable;

final class ListParameter {
    @Differentiable(wrt = "x")
    static double f(double x, List<Double> data) {
        return x * data.size();
    }
}
