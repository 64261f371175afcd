// Methods that are imported.
// f: in 0.5..1.5
package constructs;

import static java.lang.Math.PI;
import static java.lang.Math.exp;
import static java.lang.Math.sin;

import org.cotangent.ad.annotation.Differentiable;

final class MathStaticImport {
    @Differentiable
    static double f(double x) {
        return sin(PI * x) * exp(-x) + java.lang.Math.cos(x);
    }
}
