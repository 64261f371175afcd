// AD-THROW 10: throw an unchecked exception that is not private
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ThrowsChecked {
    @Differentiable
    static double f(double x) throws Exception {
        if (x < 0) {
            throw new Exception("no");
        }
        return x;
    }
}
