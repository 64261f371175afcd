// Arithmetic that throws when it overflows.
// f: in 0.5..1.5, 1000, 7 | external
// f: in 0.5..1.5, 2000000000, 7 | throws, external
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class MathExact {
    @Differentiable
    static double f(double x, int a, int b) {
        int sum = Math.addExact(a, b);
        int product = Math.multiplyExact(a, b);
        int difference = Math.subtractExact(sum, product);
        long negated = Math.negateExact((long) a);
        int narrow = Math.toIntExact(negated);
        return x * x * sum + x * product + difference * x + narrow;
    }
}
