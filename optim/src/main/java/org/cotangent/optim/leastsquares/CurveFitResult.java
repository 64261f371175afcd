package org.cotangent.optim.leastsquares;

import java.util.Arrays;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Status;

/**
 * A fitted curve. Immutable.
 *
 * @param <X> the points, see {@link CurveModel}
 */
public final class CurveFitResult<X> {

    private final CurveModel<X> model;
    private final LeastSquaresResult fit;
    private final boolean absolute;

    CurveFitResult(CurveModel<X> model, LeastSquaresResult fit, boolean absolute) {
        this.model = model;
        this.fit = fit;
        this.absolute = absolute;
    }

    /** The fitted parameters, length n, a copy. */
    public double[] parameters() {
        return fit.point();
    }

    /** The fit as any least-squares method reports it; residuals and sums are weighted. */
    public LeastSquaresResult fit() {
        return fit;
    }

    /** Why the run ended. */
    public Status status() {
        return fit.status();
    }

    /** Whether the stated criterion holds at the parameters. */
    public boolean converged() {
        return fit.converged();
    }

    /**
     * The statistics of the parameters.
     *
     * @throws IllegalStateException if the run was cut off before a Jacobian was known
     */
    public LeastSquaresStatistics statistics() {
        LeastSquaresStatistics estimated = fit.statistics();
        return absolute ? estimated.absolute() : estimated;
    }

    /**
     * The standard deviation of every parameter, length n.
     *
     * @throws IllegalStateException if the run was cut off before a Jacobian was known
     */
    public double[] standardDeviations() {
        return statistics().standardDeviations();
    }

    /** The curve at other points. */
    public double[] predictions(X x) {
        VectorFunction function = model.at(x);
        double[] values = new double[function.outputDimension()];
        function.value(fit.point(), values);
        return values;
    }

    /**
     * Where the curve itself probably runs, at every point on its own: f ± t √(∇fᵀ C ∇f).
     *
     * @param level the probability, between 0 and 1, 0.95 for example
     * @throws IllegalArgumentException if the level is no such probability
     * @throws IllegalStateException if the run was cut off before a Jacobian was known
     */
    public Interval[] confidenceBand(X x, double level) {
        VectorFunction function = model.at(x);
        return band(function, new double[function.outputDimension()], level);
    }

    /**
     * Where a further measurement of the weight 1 of the fit would probably lie: one of equally uncertain
     * data. After a fit with standard deviations that is one with σ = 1, whatever those were; pass the
     * deviation of the further measurement then, see {@link #predictionBand(Object, double[], double)}.
     *
     * @param level the probability, between 0 and 1, 0.95 for example
     * @throws IllegalArgumentException if the level is no such probability
     * @throws IllegalStateException if the run was cut off before a Jacobian was known
     */
    public Interval[] predictionBand(X x, double level) {
        double[] sigma = new double[model.at(x).outputDimension()];
        Arrays.fill(sigma, 1);
        return predictionBand(x, sigma, level);
    }

    /**
     * Where further measurements would probably lie: f ± t √(∇fᵀ C ∇f + s² σ²).
     *
     * @param sigma their standard deviations, as for the data, one for each point; 0 for an exact one
     * @param level the probability, between 0 and 1, 0.95 for example
     * @throws IllegalArgumentException if the level is no such probability, or sigma negative, not finite or of another
     *     length
     * @throws IllegalStateException if the run was cut off before a Jacobian was known
     */
    public Interval[] predictionBand(X x, double[] sigma, double level) {
        VectorFunction function = model.at(x);
        Checks.length("sigma", sigma, function.outputDimension(), "number of predictions of the model");
        for (int i = 0; i < sigma.length; i++) {
            if (!(sigma[i] >= 0) || Double.isInfinite(sigma[i])) {
                throw new IllegalArgumentException("sigma[" + i + "] is " + sigma[i]
                        + ", expected a finite number >= 0; pass the standard deviation of the measurement");
            }
        }
        return band(function, sigma, level);
    }

    private Interval[] band(VectorFunction function, double[] sigma, double level) {
        LeastSquaresStatistics statistics = statistics();
        int n = function.inputDimension();
        double[] values = new double[function.outputDimension()];
        double[] jacobian = new double[Math.multiplyExact(values.length, n)];
        function.jacobian(fit.point(), values, jacobian);
        double width = statistics.halfWidth(level);
        Interval[] band = new Interval[values.length];
        for (int i = 0; i < band.length; i++) {
            double curve = statistics.standardDeviationOf(Arrays.copyOfRange(jacobian, i * n, (i + 1) * n));
            double error = Math.sqrt(statistics.variance()) * sigma[i];
            band[i] = Interval.around(values[i], width * Math.hypot(curve, error));
        }
        return band;
    }

    /** One line, see {@link LeastSquaresResult#summary()}. */
    public String summary() {
        return fit.summary();
    }

    /** The summary, and what follows from it, see {@link LeastSquaresResult#message()}. */
    public String message() {
        return fit.message();
    }

    @Override
    public String toString() {
        return message();
    }
}
