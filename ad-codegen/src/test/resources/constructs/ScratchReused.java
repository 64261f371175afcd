// Scratch arrays that are written anew in every turn.
// f: 4 in 0.5..1.5, 5x4 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ScratchReused {
    @Differentiable(wrt = "x")
    static double f(double[] x, double[][] data) {
        double[] scratch = new double[x.length];
        double y = 0;
        for (double[] row : data) {
            for (int i = 0; i < x.length; i++) {
                scratch[i] = Math.tanh(row[i] * x[i]);
            }
            double product = 1;
            for (int i = 0; i < x.length; i++) {
                product *= scratch[i] + 1.5;
            }
            y += product * product;
        }
        return y;
    }
}
