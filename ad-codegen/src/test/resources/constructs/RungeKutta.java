// Steps of Runge and Kutta's method until a time is reached, the last one shorter.
// f: 2 in 0.5..1.5, 3 in 0.5..1.5, 1.05
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RungeKutta {
    @Differentiable(wrt = {"start", "p"})
    static double f(double[] start, double[] p, double end) {
        double[] y = start.clone();
        double[] k1 = new double[2];
        double[] k2 = new double[2];
        double[] k3 = new double[2];
        double[] k4 = new double[2];
        double[] stage = new double[2];
        double t = 0;
        double h = 0.2;
        while (t < end) {
            if (t + h > end) {
                h = end - t;
            }
            slopes(y, p, k1);
            move(y, k1, h / 2, stage);
            slopes(stage, p, k2);
            move(y, k2, h / 2, stage);
            slopes(stage, p, k3);
            move(y, k3, h, stage);
            slopes(stage, p, k4);
            for (int i = 0; i < y.length; i++) {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
            t += h;
        }
        return y[0] * y[0] + y[1];
    }

    private static void slopes(double[] y, double[] p, double[] slope) {
        slope[0] = p[0] * y[0] - p[1] * y[0] * y[1];
        slope[1] = -p[2] * y[1] + y[0] * y[1];
    }

    private static void move(double[] y, double[] slope, double h, double[] moved) {
        for (int i = 0; i < y.length; i++) {
            moved[i] = y[i] + h * slope[i];
        }
    }
}
