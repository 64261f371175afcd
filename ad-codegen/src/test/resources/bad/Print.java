// AD-CALL 9: leave it out, or call it outside of the method
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Print {
    @Differentiable
    static double f(double x) {
        System.out.println(x);
        return x * x;
    }
}
