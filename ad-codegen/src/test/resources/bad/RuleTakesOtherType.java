// AD-RULE 17: takes cubeBar as float, expected double
// AD-RULE 18: takes pBar as float[][], expected double[][]
// AD-RULE 24: takes x as float, expected double
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleTakesOtherType {
    static double cube(double x, float[][] p) {
        return x * x * x * p[0][0];
    }

    @DerivativeOf(method = "cube")
    static void cubeAdjoint(
            double x,
            float[][] p,
            float cubeBar,
            float[][] pBar) {
        pBar[0][0] += cubeBar * x * x * x;
    }

    @DerivativeOf(method = "cube", wrt = "x")
    static double cubeByX(
            float x,
            float[][] p) {
        return 3 * x * x * p[0][0];
    }
}
