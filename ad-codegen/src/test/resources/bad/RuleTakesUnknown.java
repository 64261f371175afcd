// AD-RULE 13: takes t, expected names out of x, n, p, cube (values), xDot, pDot (tangents), pBar, cubeBar (adjoints)
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

final class RuleTakesUnknown {
    static double cube(double x, int n, double[] p) {
        return x * x * x * n * p[0];
    }

    @DerivativeOf(method = "cube", wrt = "x")
    static double cubeByX(
            double t,
            int n) {
        return 3 * t * t * n;
    }
}
