// References compared with each other.
// f: 2x2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ReferenceComparison {
    @Differentiable
    static double f(double[][] m) {
        double[] row = m[0];
        double y = 0;
        for (double[] other : m) {
            y += other == row ? other[0] * other[1] : other[0];
            if (other != m[0]) {
                y *= other[1];
            }
        }
        return y;
    }
}
