// While loops in each other, whose turns depend on values, left and entered anew.
// f: {1.1, 1.2, 0.7}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class WhileNested {
    @Differentiable
    static double f(double[] x) {
        double y = x[0];
        double total = 0;
        int turns = 0;
        while (y < 20 && turns < 60) {
            double z = y;
            int inner = 0;
            while (z < 10 && inner < 6) {
                z *= 1 + x[1];
                inner++;
                if (z > 30) {
                    break;
                }
            }
            do {
                z -= 4 * x[2];
                turns++;
            } while (z > 6.5 && turns < 60);
            total += z * inner;
            y += z;
        }
        return (total * x[0] + y * turns) * Math.exp(x[0] * x[1] * x[2]);
    }
}
