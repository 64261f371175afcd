// Breaks and continues of all kinds out of switches in loops.
// f: {0.5, 0.7, 0.9, 0.8, 0.6, 1.3, 1.1, in 0.5..1.1}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SwitchJumps {
    @Differentiable
    @SuppressWarnings("fallthrough")
    static double f(double[] x) {
        double y = 1;
        int i = 0;
        all:
        for (; ; i++, y += 0.01) {
            switch (i) {
                case 0, 1 -> {
                    if (y > 1.5) {
                        break;
                    }
                    y += x[i];
                }
                case 2 -> {
                    for (double e : x) {
                        if (e > 1.2) {
                            continue all;
                        }
                        switch (i) {
                            case 2:
                                y += e * 0.1;
                                if (y > 4) {
                                    break;
                                }
                            default:
                                y *= 1.01;
                        }
                    }
                    continue;
                }
                case 5 -> {
                    break all;
                }
                default -> y *= x[i] * 0.5 + 0.5;
            }
            y += y * x[7] * 0.1;
        }
        return y * i;
    }
}
