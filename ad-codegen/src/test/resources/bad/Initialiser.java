// AD-TYPE 13: expected double
// AD-FIELD 14: assign to a local variable or to an element of an array that is passed
// AD-FIELD 15: pass its value as an argument
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Initialiser {
    double value = 1;

    @Differentiable
    static double f(double x) {
        Initialiser other = new Initialiser();
        other.value = x;
        return other.value * x;
    }
}
