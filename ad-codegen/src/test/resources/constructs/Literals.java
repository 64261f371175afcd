// Numbers in all notations.
// f: in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Literals {
    @Differentiable
    static double f(double x) {
        double a = 1e-3 + .5 + 2. + 0x1.8p1 + 1_000.000_1 + 3d + 1f + 0.1f;
        int b = 0x7f + 0b101 + 017 + 1_000;
        long c = 0xFFFFFFFFFFL + 7l;
        double huge = 1.7976931348623157e308 * 1e-308;
        double tiny = 4.9e-324 * 1e300;
        int negative = -2147483648;
        return a * x + b * x * x + c * 1e-12 * x + huge + tiny + negative * 1e-9 * x;
    }
}
