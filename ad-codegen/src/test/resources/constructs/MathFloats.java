// The methods of Math on floats.
// f: in 0.5..1.5, -0.3 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class MathFloats {
    @Differentiable(wrt = "x")
    static double f(double x, float p) {
        float a = (float) x;
        float largest = Math.max(a, p);
        float smallest = Math.min(a * 2, p);
        float size = Math.abs(p) * Math.abs(-a);
        return largest * x + smallest + size + Math.signum(p) * x + Math.copySign(a, p) * x;
    }
}
