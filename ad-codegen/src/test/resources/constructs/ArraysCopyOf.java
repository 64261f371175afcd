// Arrays.copyOf shorter and longer, copyOfRange inside and beyond.
// f: 4 in 0.5..1.5
package constructs;

import java.util.Arrays;
import org.cotangent.ad.annotation.Differentiable;

final class ArraysCopyOf {
    @Differentiable
    static double f(double[] x) {
        double[] shorter = Arrays.copyOf(x, 2);
        double[] longer = Arrays.copyOf(x, 6);
        double[] middle = Arrays.copyOfRange(x, 1, 3);
        double[] beyond = Arrays.copyOfRange(x, 2, 6);
        shorter[0] *= shorter[1];
        longer[5] += longer[0] * longer[4] + x[1];
        middle[0] += middle[1];
        beyond[3] = beyond[0] * beyond[1] + beyond[2];
        int[] k = Arrays.copyOf(new int[] {1, 2}, 3);
        return shorter[0] * longer[5] + middle[0] * beyond[3] + x[k[2]] * x[k[1]] + longer.length * x[0];
    }
}
