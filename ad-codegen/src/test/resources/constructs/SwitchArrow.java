// A switch of arrows, on an int that is computed.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SwitchArrow {
    @Differentiable
    static double f(double[] x) {
        double y = 1;
        for (int i = 0; i < 5; i++) {
            switch (i * i % 5) {
                case 0 -> y += x[0];
                case 1, 2 -> {
                    double t = x[1] * y;
                    y = Math.sin(t);
                }
                case 4 -> y *= x[2];
                default -> throw new IllegalStateException("unexpected");
            }
        }
        return y;
    }
}
