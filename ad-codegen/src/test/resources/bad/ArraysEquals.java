// AD-CALL 10: copy its source into this project, or do its work outside of the method and pass the result as an argument
package bad;

import java.util.Arrays;
import org.cotangent.ad.annotation.Differentiable;

final class ArraysEquals {
    @Differentiable
    static double f(double[] x) {
        return Arrays.equals(x, new double[] {1, 2}) ? x[0] : x[1];
    }
}
