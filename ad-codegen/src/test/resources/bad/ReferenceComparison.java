// AD-ARRAY 9: compare their elements or pass a boolean
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ReferenceComparison {
    @Differentiable
    static double f(double[][] m) {
        return m[0] == m[1] ? m[0][0] : m[1][0];
    }
}
