package org.cotangent.optim.trust;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MeteredFunction;
import org.cotangent.optim.run.MeteredTwiceFunction;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.StoppingRule;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.run.VariableSizes;

/**
 * Minimizes a scalar function by a model, a subproblem solver that suits it, and perhaps a finish.
 * Immutable.
 *
 * @param <F> what the parts ask of the function
 */
public final class TrustRegionMinimizer<F extends DifferentiableFunction>
        implements Minimizer<F, Result>, Configured<TrustRegionMinimizer<F>> {

    /** Half the digits of the point: where the finish takes over. */
    private static final double DEFAULT_TOLERANCE = 1e-8;

    private static final double DEFAULT_RADIUS_FACTOR = 1;

    private final Start<F> chosen;
    private final Forms<F> forms;
    private final double radiusFactor;
    private final VariableSizes sizes;
    private final Settings settings;

    private TrustRegionMinimizer(
            Start<F> chosen, Forms<F> forms, double radiusFactor, VariableSizes sizes, Settings settings) {
        this.chosen = chosen;
        this.forms = forms;
        this.radiusFactor = radiusFactor;
        this.sizes = sizes;
        this.settings = Objects.requireNonNull(settings, "settings is null, expected what settings() returns");
    }

    /** The method without a finish, the same for functions that could have one, and with it. */
    private record Forms<F>(
            Start<F> plain, Start<TwiceDifferentiableFunction> twice, Start<TwiceDifferentiableFunction> finished) {}

    /** Composes the parts, for a first radius and sizes of the variables, and begins a run. */
    @FunctionalInterface
    private interface Start<F> {
        Run<Result> start(F function, RadiusPolicy policy, VariableSizes sizes, Settings settings, double[] start);
    }

    /** A method that needs gradients. */
    public static <Q extends Quadratic> TrustRegionMinimizer<DifferentiableFunction> of(
            Model<? super DifferentiableFunction, FunctionEvaluation, Q> model, SubproblemSolver<? super Q> solver) {
        Start<DifferentiableFunction> plain = (function, policy, sizes, settings, start) -> {
            Meter meter = Meter.of(settings);
            return new TrustRegion<DifferentiableFunction, FunctionEvaluation, Q>(
                            model, solver, policy, sizes, unused -> Optional.empty())
                    .start(new MeteredFunction(function, meter), meter, settings, start);
        };
        return create(plain, twice(model, solver, unused -> Optional.empty()), model, solver);
    }

    /** A method that needs second derivatives too; it has a finish only if one is added. */
    public static <Q extends Quadratic> TrustRegionMinimizer<TwiceDifferentiableFunction> ofSecondOrder(
            Model<? super TwiceDifferentiableFunction, FunctionEvaluation, Q> model,
            SubproblemSolver<? super Q> solver) {
        Start<TwiceDifferentiableFunction> plain = twice(model, solver, unused -> Optional.empty());
        return create(plain, plain, model, solver);
    }

    private static <F extends DifferentiableFunction, Q extends Quadratic> TrustRegionMinimizer<F> create(
            Start<F> plain,
            Start<TwiceDifferentiableFunction> twice,
            Model<? super TwiceDifferentiableFunction, FunctionEvaluation, Q> model,
            SubproblemSolver<? super Q> solver) {
        Forms<F> forms = new Forms<>(plain, twice, twice(model, solver, TrustRegionMinimizer::finish));
        return new TrustRegionMinimizer<>(
                plain,
                forms,
                DEFAULT_RADIUS_FACTOR,
                VariableSizes.unknown(),
                Settings.of(StoppingRules.modelStep(DEFAULT_TOLERANCE).or(StoppingRules.standard())));
    }

    private static <Q extends Quadratic> Start<TwiceDifferentiableFunction> twice(
            Model<? super TwiceDifferentiableFunction, FunctionEvaluation, Q> model,
            SubproblemSolver<? super Q> solver,
            Function<TwiceDifferentiableFunction, Optional<NewtonSystem<FunctionEvaluation>>> finish) {
        return (function, policy, sizes, settings, start) -> {
            Meter meter = Meter.of(settings);
            return new TrustRegion<TwiceDifferentiableFunction, FunctionEvaluation, Q>(
                            model, solver, policy, sizes, finish)
                    .start(new MeteredTwiceFunction(function, meter), meter, settings, start);
        };
    }

    private static Optional<NewtonSystem<FunctionEvaluation>> finish(TwiceDifferentiableFunction function) {
        return Optional.of(new DenseNewton(function));
    }

    private static StoppingRule rule(double tolerance) {
        StoppingRule flat = StoppingRules.gradientNorm(tolerance).and(StoppingRules.relativeGradientNorm(tolerance));
        return StoppingRules.modelStep(tolerance).or(flat);
    }

    /**
     * A copy that stops when the undamped Newton step, relative to the point, is at most the tolerance; or
     * when the Euclidean gradient norm is, by itself and relative to the start. Methods without a dense
     * Hessian know only the latter.
     */
    public TrustRegionMinimizer<F> tolerance(double tolerance) {
        return stopWhen(rule(tolerance));
    }

    /**
     * A copy whose first radius is this multiple of the scaled norm of the start; 0.1 to 100 is usual.
     *
     * @throws IllegalArgumentException unless it is positive and finite
     */
    public TrustRegionMinimizer<F> radiusFactor(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "radius factor is " + factor + ", expected a positive finite number; try 1 to 100");
        }
        return new TrustRegionMinimizer<>(chosen, forms, factor, sizes, settings);
    }

    /**
     * A copy that bounds its steps by these sizes, the region being ‖s / size‖ ≤ radius, where it would otherwise
     * learn sizes from the points: for variables that begin at 0, or whose start says little. A variable that
     * grows beyond its size counts by what it is then. Methods by products begin with the sizes, and go on with
     * the curvatures that they learn. What is reported and judged stays in the original variables.
     *
     * @param typical how large each variable is, or how far it will move; length n, positive
     * @throws IllegalArgumentException for a size that is not positive and finite; a run is refused where it has another
     *     number of variables
     */
    public TrustRegionMinimizer<F> typicalSizes(double... typical) {
        return new TrustRegionMinimizer<>(chosen, forms, radiusFactor, VariableSizes.of(typical), settings);
    }

    /**
     * A copy that wins the last digits of the point by Newton steps with the dense Hessian, which costs n
     * products each and asks for second derivatives whatever the method itself asks for.
     */
    public TrustRegionMinimizer<TwiceDifferentiableFunction> withFinish() {
        Forms<TwiceDifferentiableFunction> twice = new Forms<>(forms.twice(), forms.twice(), forms.finished());
        return new TrustRegionMinimizer<>(forms.finished(), twice, radiusFactor, sizes, settings);
    }

    /** A copy that returns where the criterion is first met. */
    public TrustRegionMinimizer<F> withoutFinish() {
        return new TrustRegionMinimizer<>(forms.plain(), forms, radiusFactor, sizes, settings);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public TrustRegionMinimizer<F> with(Settings changed) {
        return new TrustRegionMinimizer<>(chosen, forms, radiusFactor, sizes, changed);
    }

    @Override
    public int dimension(F function) {
        return function.dimension();
    }

    @Override
    public Run<Result> start(F function, double... start) {
        Objects.requireNonNull(function, "function is null, expected what shall be minimized");
        int dimension = Checks.dimension("dimension of the function", function.dimension());
        Checks.length("start", start, dimension);
        return chosen.start(function, RadiusPolicy.ofScalars(radiusFactor), sizes, settings, start);
    }
}
