// Conditions that compare a shifted counter, or have the counter on the right.
// f: 6 in 0.5..1.5, 6
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForShifted {
    @Differentiable
    static double f(double[] x, int n) {
        double y = 1;
        for (int i = 0; i + 1 < x.length; i++) {
            y += x[i] * x[i + 1];
        }
        for (int i = 2; x.length > i + 1; i++) {
            y *= x[i];
        }
        for (int i = 5; i - 1 >= 0; i--) {
            y += x[i] * y * 0.1;
        }
        for (int i = 1; i + 2 <= n; i += 2) {
            y *= x[i] + 0.5;
        }
        for (int i = 4; 1 < i - 1; i -= 1) {
            y += x[i] * x[i];
        }
        for (int i = 0; n - 2 >= i + 1; i++) {
            y += 0.1 * y * x[i];
        }
        for (int i = n; i > 3; i = i - 1) {
            y += x[i - 1];
        }
        for (int i = 0; i < 2 * n - 8; i++) {
            y *= x[i];
        }
        return y;
    }
}
