// AD-TYPE 8: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class RankFour {
    @Differentiable
    static double f(double[][][][] x) {
        return x[0][0][0][0];
    }
}
