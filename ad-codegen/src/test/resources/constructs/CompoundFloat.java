// float *= double computes in double and rounds; float += float rounds.
// f: in 0.5..1.5, 1.1 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

@SuppressWarnings("lossy-conversions")
final class CompoundFloat {
    @Differentiable(wrt = "x")
    static double f(double x, float p) {
        float a = (float) x;
        a *= 1.1;
        a += p;
        a -= x * x;
        a /= 3;
        float b = p;
        b *= x;
        b++;
        float[] c = {a, b};
        c[0] *= x;
        c[1] += 0.1;
        return a * x + b + c[0] * c[1];
    }
}
