// float locals round, and their arithmetic rounds after every operation.
// f: in 0.5..2 | rounded
// g: in 0.5..2, 0.3 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class FloatLocals {
    @Differentiable
    static double f(double x) {
        float a = (float) x;
        float b = a * a + 0.1f;
        float c = b / 3 - a;
        return c * x + b;
    }

    @Differentiable(wrt = "x")
    static double g(double x, float p) {
        float a = (float) (x * p);
        double mixed = a * p + x;
        return a + mixed * p;
    }
}
