// AD-MATH 14: draw before and pass the numbers as data
// AD-MATH 14: multiply by 0x1p-52, or compute it outside of the method
// AD-MATH 15: add the distance you mean
// AD-NULL 17: use an empty array, or a boolean beside it
// AD-MATH 17: subtract the distance you mean
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class SeveralInOneStatement {
    @Differentiable
    static double f(double x) {
        double y = x;
        if (Math.random() * Math.ulp(x) > 0) {
            y += Math.nextUp(x);
        }
        return first(null, Math.nextDown(x)) * y;
    }

    private static double first(double[] array, double otherwise) {
        return array.length > 0 ? array[0] : otherwise;
    }
}
