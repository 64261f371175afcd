package org.cotangent.examples.curve;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.leastsquares.CurveFitResult;
import org.cotangent.optim.leastsquares.CurveModel;
import org.cotangent.optim.leastsquares.Interval;

/**
 * Newton's law of cooling fitted to temperatures of a cup: the model once as a plain method, once as an
 * expression graph.
 */
public final class CoolingCoffee {

    /** Minutes, degrees Celsius, and what the thermometer is trusted to; made up. */
    private static final double[] MINUTES = {0, 2, 5, 10, 15, 20, 30, 45, 60};

    private static final double[] TEMPERATURES = {82.3, 76.5, 67.9, 57.2, 49.0, 42.5, 33.6, 26.8, 23.5};

    private static final double[] SIGMA = {0.5, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3};

    private static final double LEVEL = 0.95;

    private CoolingCoffee() {}

    /** room + excess · e^(−rate · t), p = (room, excess, rate). */
    @Differentiable(wrt = "p")
    public static double[] temperatures(double[] p, double[] minutes) {
        double[] temperatures = new double[minutes.length];
        for (int i = 0; i < minutes.length; i++) {
            temperatures[i] = p[0] + p[1] * Math.exp(-p[2] * minutes[i]);
        }
        return temperatures;
    }

    /** The model by the method above, whose derivatives are written while it is compiled. */
    static CurveModel<double[]> plain() {
        return minutes -> CoolingCoffeeDerivatives.temperatures(3, minutes);
    }

    /** The same model as a graph. */
    static CurveModel<double[]> graph() {
        return minutes -> {
            VectorExpr p = Graph.vector("p", 3);
            VectorExpr t = Graph.vector("t", minutes.length);
            VectorExpr values = t.times(p.get(2)).negate().exp().times(p.get(1)).plus(p.get(0));
            return Differentiation.of(values, p, Data.of(t, minutes));
        };
    }

    static CurveFitResult<double[]> fit(CurveModel<double[]> model) {
        return Minimizers.curveFit(model).fit(MINUTES, TEMPERATURES, SIGMA, new double[] {20, 50, 0.1});
    }

    /** Fits it and prints parameters and predictions with their intervals. */
    public static void main(String[] arguments) {
        print(fit(plain()), System.out);
    }

    static void print(CurveFitResult<double[]> fit, PrintStream out) {
        out.println(fit.summary());
        double[] parameters = fit.parameters();
        double[] deviations = fit.standardDeviations();
        for (int j = 0; j < parameters.length; j++) {
            out.printf(Locale.ROOT, "%-7s %9.5f ± %.5f%n", name(j), parameters[j], deviations[j]);
        }
        double[] later = {90, 120};
        double[] predictions = fit.predictions(later);
        Interval[] band = fit.confidenceBand(later, LEVEL);
        for (int i = 0; i < later.length; i++) {
            out.printf(
                    Locale.ROOT,
                    "after %.0f minutes %.2f °C, with %.0f %% between %.2f and %.2f%n",
                    later[i],
                    predictions[i],
                    100 * LEVEL,
                    band[i].low(),
                    band[i].high());
        }
    }

    private static String name(int j) {
        return Arrays.asList("room", "excess", "rate").get(j);
    }
}
