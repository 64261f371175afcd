// AD-CALL 9: do its work outside of the method and pass the result as an argument
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Print {
    @Differentiable
    static double f(double x) {
        System.out.println(x);
        return x * x;
    }
}
