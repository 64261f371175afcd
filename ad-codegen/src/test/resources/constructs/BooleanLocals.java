// boolean locals, parameters and operators.
// f: in 0.5..2, true, 4
// f: in 0.5..2, false, 5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class BooleanLocals {
    @Differentiable
    static double f(double x, boolean flag, int n) {
        boolean even = n % 2 == 0;
        boolean both = flag & even;
        boolean either = flag | even;
        boolean one = flag ^ even;
        boolean not = !either;
        boolean same = flag == even;
        boolean different = flag != even;
        double y = x;
        if (both) {
            y *= x;
        }
        if (one) {
            y += 2 * x * x;
        }
        if (not || same) {
            y = Math.exp(y);
        }
        both |= not;
        one &= different;
        either ^= true;
        return both ? y * 3 : one ? y * x : either ? -y : y;
    }
}
