package org.cotangent.optim.leastsquares;

import java.util.Objects;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;

/**
 * Fits a curve to measured points: the parameters p that minimize ½ Σ ((f(xᵢ, p) − yᵢ) / σᵢ)².
 * Immutable.
 *
 * @param <X> the points, see {@link CurveModel}
 */
public final class CurveFit<X> {

    private final CurveModel<X> model;
    private final LeastSquaresMethod method;
    private final boolean absolute;

    private CurveFit(CurveModel<X> model, LeastSquaresMethod method, boolean absolute) {
        this.model = Objects.requireNonNull(model, "model is null, expected the predictions at given points");
        this.method = Objects.requireNonNull(method, "method is null, expected one such as levenbergMarquardt()");
        this.absolute = absolute;
    }

    /** Fits of a model by the method of Levenberg and Marquardt. */
    public static <X> CurveFit<X> of(CurveModel<X> model) {
        return new CurveFit<>(model, LeastSquaresMethod.levenbergMarquardt(), false);
    }

    /**
     * A copy with another method, one with a loss for outliers, limits or an observer for example. The weights
     * of the fit replace its own.
     */
    public CurveFit<X> by(LeastSquaresMethod changed) {
        return new CurveFit<>(model, changed, absolute);
    }

    /** A copy that bounds its steps by these sizes, see {@link LeastSquaresMethod#typicalSizes}. */
    public CurveFit<X> typicalSizes(double... typical) {
        return new CurveFit<>(model, method.typicalSizes(typical), absolute);
    }

    /**
     * A copy that takes the standard deviations of the data as they are. By default they only say how the
     * data count beside each other, and their common factor is estimated from the residuals.
     */
    public CurveFit<X> absoluteSigma() {
        return new CurveFit<>(model, method, true);
    }

    /**
     * Fits data that are equally uncertain.
     *
     * @param x the points
     * @param y what was measured there, length m
     * @param start first parameters, length n
     */
    public CurveFitResult<X> fit(X x, double[] y, double... start) {
        return fit(x, y, Weighting.none(), start);
    }

    /**
     * Fits data of known standard deviations.
     *
     * @param x the points
     * @param y what was measured there, length m
     * @param sigma their standard deviations, length m, positive
     * @param start first parameters, length n
     */
    public CurveFitResult<X> fit(X x, double[] y, double[] sigma, double[] start) {
        return fit(x, y, Weighting.standardDeviations(sigma), start);
    }

    /**
     * Fits data with errors of any kind.
     *
     * @param x the points
     * @param y what was measured there, length m
     * @param errors what is known of their errors
     * @param start first parameters, length n
     */
    public CurveFitResult<X> fit(X x, double[] y, Weighting errors, double... start) {
        VectorFunction predictions = model.at(x);
        Checks.length("y", y, predictions.outputDimension(), "number of predictions of the model");
        requireFinite(y, errors);
        LeastSquaresResult fit = method.weighting(errors).minimize(residuals(predictions, y.clone()), start);
        return new CurveFitResult<>(model, fit, absolute);
    }

    private static void requireFinite(double[] y, Weighting errors) {
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i]) && errors.counts(i)) {
                throw new IllegalArgumentException("y[" + i + "] is " + y[i]
                        + ", expected a finite number; leave out a datum that was not measured, with its point, or give"
                        + " it the weight 0");
            }
        }
    }

    private static VectorFunction residuals(VectorFunction predictions, double[] y) {
        return predictions instanceof TwiceDifferentiableVectorFunction twice
                ? new TwiceMisfit(twice, new Misfit(twice, y))
                : new Misfit(predictions, y);
    }
}
