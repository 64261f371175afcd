// Floats with ints and doubles, divided, compared and counted.
// f: in 0.5..1.5, 16777217, 0.1 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class FloatMixed {
    @Differentiable(wrt = "x")
    static double f(double x, int n, float p) {
        float a = n;
        float b = n * p;
        float c = 1;
        c = c / 3 * 3;
        float d = (float) x / n;
        float e = -p % 0.03f;
        double wide = p + n;
        boolean equal = n == a;
        float[] table = {1, n, p};
        table[1] -= 1;
        table[2] /= 3;
        float sum = 0;
        for (float f = 0; f < 1; f += p) {
            sum += f * (float) x;
        }
        int cut = (int) (p * 10);
        float chosen = equal ? cut : b;
        a++;
        return x * (a * 1e-7 + b * 1e-6 + c + e) + d + wide * 1e-7 + table[1] * 1e-7 + table[2] * x + sum + chosen * 1e-6 + (float) Math.sqrt(x);
    }
}
