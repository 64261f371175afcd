package org.cotangent.optim.leastsquares;

import java.util.Objects;
import java.util.Optional;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MeteredTwiceVectorFunction;
import org.cotangent.optim.run.MeteredVectorFunction;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.StoppingRule;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.trust.NewtonSystem;
import org.cotangent.optim.trust.RadiusPolicy;
import org.cotangent.optim.trust.SubproblemSolver;
import org.cotangent.optim.trust.TrustRegion;

/**
 * Minimizes ½ Σ rᵢ(x)², or ½ Σ ρ(rᵢ²), within a trust region. A finish then wins the last digits of
 * x: Newton steps if the residuals are a {@link TwiceDifferentiableVectorFunction}, with one Hessian for
 * all of them, Gauss-Newton steps otherwise. Immutable.
 */
public final class LeastSquaresMethod
        implements Minimizer<VectorFunction, LeastSquaresResult>, Configured<LeastSquaresMethod> {

    /**
     * Eight digits of every parameter of the NIST problems without the finish: the step is measured as
     * a whole, and the last parameter may be a hundred times less determined than the first.
     */
    private static final double DEFAULT_TOLERANCE = 1e-10;

    private static final double DEFAULT_RADIUS_FACTOR = 1;

    private final SubproblemSolver<DiagonalModel> solver;
    private final AdaptiveModel model;
    private final Weighting weighting;
    private final double radiusFactor;
    private final VariableSizes sizes;
    private final boolean finish;
    private final Settings settings;

    private LeastSquaresMethod(
            SubproblemSolver<DiagonalModel> solver,
            AdaptiveModel model,
            Weighting weighting,
            double radiusFactor,
            VariableSizes sizes,
            boolean finish,
            Settings settings) {
        this.solver = solver;
        this.model = model;
        this.weighting = Objects.requireNonNull(weighting, "weighting is null, expected Weighting.none() for none");
        this.radiusFactor = radiusFactor;
        this.sizes = sizes;
        this.finish = finish;
        this.settings = Objects.requireNonNull(settings, "settings is null, expected what settings() returns");
    }

    /**
     * The method of Levenberg (1944) and Marquardt (1963) in the trust-region form of Moré (1978), with
     * steps bent along curved valleys (Transtrum, Sethna 2012) and a model that learns second
     * derivatives where the residuals stay large (Dennis, Gay, Welsch 1981).
     */
    public static LeastSquaresMethod levenbergMarquardt() {
        return of(new GeodesicAcceleration(), true);
    }

    /** Powell's dogleg (1970) on the Gauss-Newton model. */
    public static LeastSquaresMethod dogleg() {
        return of(new DoglegStep(), false);
    }

    /** Gauss-Newton steps, shortened until the sum falls. Needs a Jacobian of full rank on the way. */
    public static LeastSquaresMethod gaussNewton() {
        return of(new ShortenedStep(), false);
    }

    private static LeastSquaresMethod of(SubproblemSolver<DiagonalModel> solver, boolean secant) {
        return new LeastSquaresMethod(
                solver,
                new AdaptiveModel(Loss.squares(), secant),
                Weighting.none(),
                DEFAULT_RADIUS_FACTOR,
                VariableSizes.unknown(),
                true,
                Settings.of(rule(DEFAULT_TOLERANCE)));
    }

    private static StoppingRule rule(double tolerance) {
        return StoppingRules.modelStep(tolerance);
    }

    /**
     * A copy that stops when the undamped step of the model is at most this fraction of the point, both
     * measured in the scale of the columns of the Jacobian; the finish then goes on as far as
     * rounding allows.
     */
    public LeastSquaresMethod tolerance(double relativeStep) {
        return stopWhen(rule(relativeStep));
    }

    /**
     * A copy whose first radius is this multiple of the scaled norm of the start; 1 to 100 is usual.
     *
     * @throws IllegalArgumentException unless it is positive and finite
     */
    public LeastSquaresMethod radiusFactor(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "radius factor is " + factor + ", expected a positive finite number; try 1 to 100");
        }
        return new LeastSquaresMethod(solver, model, weighting, factor, sizes, finish, settings);
    }

    /**
     * A copy that bounds its steps by these sizes, the region being ‖s / size‖ ≤ radius, in place of the columns
     * of the Jacobian: for parameters that begin at 0, or where the residuals say little at the start. A
     * parameter that grows beyond its size counts by what it is then. What is reported and judged, and all
     * statistics, stay in the original parameters.
     *
     * @param typical how large each parameter is, or how far it will move; length n, positive
     * @throws IllegalArgumentException for a size that is not positive and finite; a run is refused where it has another
     *     number of variables
     */
    public LeastSquaresMethod typicalSizes(double... typical) {
        return new LeastSquaresMethod(
                solver, model, weighting, radiusFactor, VariableSizes.of(typical), finish, settings);
    }

    /** A copy that minimizes ½ Σ ρ(rᵢ²), rᵢ the weighted residuals: outliers count less. */
    public LeastSquaresMethod loss(Loss loss) {
        Objects.requireNonNull(loss, "loss is null, expected one such as Loss.huber(1.345), or Loss.squares()");
        return new LeastSquaresMethod(
                solver, new AdaptiveModel(loss, model.secant()), weighting, radiusFactor, sizes, finish, settings);
    }

    /** A copy that weights the residuals, in place of other weights. */
    public LeastSquaresMethod weighting(Weighting changed) {
        return new LeastSquaresMethod(solver, model, changed, radiusFactor, sizes, finish, settings);
    }

    /** A copy that returns where the criterion is first met. */
    public LeastSquaresMethod withoutFinish() {
        return new LeastSquaresMethod(solver, model, weighting, radiusFactor, sizes, false, settings);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public LeastSquaresMethod with(Settings changed) {
        return new LeastSquaresMethod(solver, model, weighting, radiusFactor, sizes, finish, changed);
    }

    @Override
    public int dimension(VectorFunction residuals) {
        return residuals.inputDimension();
    }

    @Override
    public Run<LeastSquaresResult> start(VectorFunction residuals, double... start) {
        Objects.requireNonNull(residuals, "residuals is null, expected the function whose squares are summed");
        int n = Checks.dimension("input dimension of the residuals", residuals.inputDimension());
        Checks.dimension("output dimension of the residuals", residuals.outputDimension());
        Checks.length("start", start, n);
        Meter meter = Meter.of(settings);
        TrustRegion<VectorFunction, ResidualEvaluation, DiagonalModel> method =
                new TrustRegion<>(model, solver, RadiusPolicy.ofSquares(radiusFactor), sizes, this::finishOf);
        VectorFunction weighted = metered(weighting.of(residuals), meter);
        int data = weighting.counted(residuals.outputDimension());
        return new LeastSquaresRun(method.start(weighted, meter, settings, start), data);
    }

    private static VectorFunction metered(VectorFunction residuals, Meter meter) {
        return residuals instanceof TwiceDifferentiableVectorFunction twice
                ? new MeteredTwiceVectorFunction(twice, meter)
                : new MeteredVectorFunction(residuals, meter);
    }

    private Optional<NewtonSystem<ResidualEvaluation>> finishOf(VectorFunction metered) {
        if (!finish) {
            return Optional.empty();
        }
        Optional<ExactCurvature> curvature = metered instanceof TwiceDifferentiableVectorFunction twice
                ? Optional.of(new ExactCurvature(twice))
                : Optional.empty();
        return Optional.of(new LeastSquaresNewton(curvature));
    }
}
