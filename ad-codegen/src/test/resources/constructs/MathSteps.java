// Functions that go in steps: they carry values and no derivative.
// f: in 2.2..2.4
// f: in -2.4..-2.2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class MathSteps {
    @SuppressWarnings("AD-TRUNCATION")
    @Differentiable
    static double f(double x) {
        double y = Math.floor(x) * x + Math.ceil(x) * x * x + Math.rint(x) + Math.round(x) * Math.sin(x);
        y += StrictMath.floor(x) + StrictMath.ceil(x) * x + StrictMath.rint(x) + StrictMath.round(x) * x;
        return y + Math.getExponent(x) * x * x + StrictMath.getExponent(x);
    }
}
