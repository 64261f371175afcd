package golden;

import java.util.Arrays;
import org.cotangent.ad.runtime.Generated;

/**
 * The sample Rosenbrock.
 */
@Generated("org.cotangent.codegen")
@SuppressWarnings("all")
public final class Rosenbrock {
    private Rosenbrock() {
    }

    /**
     * The procedure rosenbrockGradient.
     */
    public static double rosenbrockGradient(double[] x, double[] xBar) {
        Arrays.fill(xBar, 0.0);
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            // sum += 100 * valley * valley + slope * slope;
            sum += 100 * valley * valley + slope * slope;
            double valleyBar = 200 * valley;
            double slopeBar = 2 * slope;
            // double slope = 1 - x[i];
            xBar[i] -= slopeBar;
            // double valley = x[i + 1] - x[i] * x[i];
            xBar[i + 1] += valleyBar;
            xBar[i] -= 2 * x[i] * valleyBar;
        }
        return sum;
    }
}
