// A data array that the method works in.
// f: 3 in 0.5..1.5, {1, 2, 3}, {0, 2, 1}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class InPlaceData {
    @Differentiable(wrt = "x")
    static double f(double[] x, double[] data, int[] given) {
        int[] order = given.clone();
        for (int i = 0; i < x.length; i++) {
            data[i] += x[order[i]] * data[order[i]];
            order[i] = (order[i] + 1) % 3;
        }
        return data[0] * data[1] + data[2] * x[order[0]];
    }
}
