// int arrays: indices of indices, written and read.
// f: 4 in -1..1, {2, 0, 3, 1}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class IntArrays {
    @Differentiable
    static double f(double[] x, int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (i + 1) * x[inverse[i]] * x[order[inverse[i]]] + x[order[i]];
        }
        return sum;
    }
}
