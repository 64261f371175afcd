// Messages of all kinds: without one, with braces, sums and numbers of every type.
// f: in 0.5..1.5, 0, 7, true
// f: in 0.5..1.5, 1, 7, true | throws
// f: in 0.5..1.5, 2, 7, true | throws
// f: in 0.5..1.5, 3, 7, true | throws
// f: in 0.5..1.5, 4, 7, true | throws
// f: in 0.5..1.5, 5, 7, true | throws
// f: in 0.5..1.5, 6, 7, true | throws
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ThrowMessages {
    private static final String NAME = "kind";

    @Differentiable
    static double f(double x, int kind, long n, boolean flag) {
        if (kind == 1) {
            throw new IllegalStateException();
        } else if (kind == 2) {
            throw new IllegalArgumentException("{} of {" + kind + "}");
        } else if (kind == 3) {
            throw new ArithmeticException(kind + n + " is " + kind + n + ", \"" + flag + "\"");
        } else if (kind == 4) {
            throw new UnsupportedOperationException(NAME + '=' + kind + (" or " + n) + 1.5f + 2L);
        } else if (kind == 5) {
            throw new IllegalArgumentException("x\t\u00e4 % \\ " + 0.1 * kind);
        } else if (kind == 6) {
            throw new IllegalArgumentException("");
        }
        return x * x;
    }
}
