// Switches whose selector, labels and cases have effects and constants.
// f: 4 in 0.5..1.5, 1
// f: 4 in 0.5..1.5, 2
// f: 4 in 0.5..1.5, 3
// f: 4 in 0.5..1.5, 4
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SwitchEffects {
    private static final int TWO = 2;

    @Differentiable
    static double f(double[] x, int kind) {
        final int three = 3;
        int n = kind;
        double y = x[0];
        y = y + switch (n++) {
            case 1 -> {
                y = 7;
                yield x[n];
            }
            case TWO -> y *= x[1];
            case three -> Math.sin(x[3]) * (y = 2);
            default -> y++;
        } * y;
        switch (n) {
            case TWO:
                y += x[2];
        }
        while (switch (n) {
                    case 2, 3 -> y < 30;
                    default -> false;
                }) {
            y += x[1] * y;
        }
        return y * n;
    }
}
