// AD-FIELD 11: assign to a local variable or to an element of an array that is passed
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class FieldWrite {
    static int calls;

    @Differentiable
    static double f(double x) {
        calls++;
        return x * x;
    }
}
