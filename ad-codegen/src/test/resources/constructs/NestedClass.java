// A method of a class in a class.
// f: 2 in 0.5..2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class NestedClass {
    private NestedClass() {}

    static final class Inner {
        private Inner() {}

        @Differentiable
        static double f(double[] x) {
            return x[0] * shared(x[1]);
        }
    }

    private static double shared(double x) {
        return Math.exp(x);
    }
}
