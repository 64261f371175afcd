// Static final arrays of data, as tables of coefficients.
// f: in 0.5..2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ConstantArrays {
    static final double[] COEFFICIENTS = {1, -0.5, 0.25, -0.125};
    static final int[] POWERS = {0, 2, 1, 3};

    @Differentiable
    static double f(double x) {
        double sum = 0;
        for (int i = 0; i < COEFFICIENTS.length; i++) {
            double power = 1;
            for (int k = 0; k < POWERS[i]; k++) {
                power *= x;
            }
            sum += COEFFICIENTS[i] * power;
        }
        return sum;
    }
}
