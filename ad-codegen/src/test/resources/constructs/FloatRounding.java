// Sums in float that lose digits where doubles would not.
// f: 2 in 0.5..1.5 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class FloatRounding {
    @Differentiable
    static double f(double[] x) {
        float sum = 1e7f;
        for (int i = 0; i < 10; i++) {
            sum += 0.3f;
        }
        float product = (float) x[0];
        for (int i = 0; i < 3; i++) {
            product = product * 1.1f + (float) x[1];
        }
        double exact = (double) product * product;
        float lost = product * product;
        return sum * 1e-7 * x[0] + exact - lost * x[1];
    }
}
