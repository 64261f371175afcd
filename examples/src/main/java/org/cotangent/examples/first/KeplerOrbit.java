package org.cotangent.examples.first;

import java.util.Locale;
import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.leastsquares.LeastSquaresResult;

/**
 * An orbit found from distances, through an equation that is solved by iteration: its derivative is written by hand,
 * by the implicit function theorem, and not that of the iteration.
 */
public final class KeplerOrbit {

    private static final int STEPS = 100;

    /** Days and distances, in astronomical units, of a comet on the orbit {1200, 0.65, 2.2, 300}, rounded. */
    private static final double[] DAYS = {0, 60, 140, 210, 260, 290, 320, 370, 450, 560, 700, 900, 1050};

    private static final double[] DISTANCES = {
        2.951, 2.630, 2.078, 1.461, 0.980, 0.786, 0.830, 1.265, 1.998, 2.746, 3.336, 3.630, 3.466
    };

    private KeplerOrbit() {}

    /** The eccentric anomaly E of E - eccentricity sin E = mean, by Newton's method that bisects where it leaves the bracket. */
    static double anomaly(double mean, double eccentricity) {
        double low = mean - eccentricity;
        double high = mean + eccentricity;
        double e = mean;
        for (int i = 0; i < STEPS && low < high; i++) {
            double miss = e - eccentricity * Math.sin(e) - mean;
            low = miss < 0 ? e : low;
            high = miss > 0 ? e : high;
            double next = e - miss / (1 - eccentricity * Math.cos(e));
            if (next == e || miss == 0) {
                break;
            }
            e = next > low && next < high ? next : (low + high) / 2;
        }
        return e;
    }

    @DerivativeOf(method = "anomaly")
    static double anomalyTangent(double eccentricity, double anomaly, double meanDot, double eccentricityDot) {
        return (meanDot + Math.sin(anomaly) * eccentricityDot) / (1 - eccentricity * Math.cos(anomaly));
    }

    /** How far measured distances are off an orbit of that period, eccentricity, half axis and day of least distance. */
    @Differentiable(wrt = "orbit")
    static double[] residuals(double[] orbit, double[] days, double[] distances) {
        double[] values = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            double e = anomaly(2 * Math.PI * (days[i] - orbit[3]) / orbit[0], orbit[1]);
            values[i] = orbit[2] * (1 - orbit[1] * Math.cos(e)) - distances[i];
        }
        return values;
    }

    static TwiceDifferentiableVectorFunction misfit() {
        return KeplerOrbitDerivatives.residuals(4, DAYS, DISTANCES);
    }

    /** The orbit from a guess: a circle nearly, of the right size. */
    static LeastSquaresResult fit() {
        return Minimizers.levenbergMarquardt().minimize(misfit(), 1000, 0.3, 2, 280);
    }

    /** Prints the orbit and how well it is known. */
    public static void main(String[] arguments) {
        LeastSquaresResult fit = fit();
        double[] deviations = fit.statistics().standardDeviations();
        String[] names = {"period in days", "eccentricity", "half axis", "day nearest to the sun"};
        System.out.println(fit.message());
        for (int i = 0; i < names.length; i++) {
            System.out.printf(Locale.ROOT, "%-24s %10.4f ± %.4f%n", names[i], fit.point()[i], deviations[i]);
        }
    }
}
