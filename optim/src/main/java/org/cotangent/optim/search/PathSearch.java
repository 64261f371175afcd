package org.cotangent.optim.search;

import java.util.Objects;
import java.util.function.BiFunction;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MeteredFunction;
import org.cotangent.optim.run.MeteredTwiceFunction;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.StoppingRules;

/**
 * A method of the path-search family: a direction, a step rule and a stopping rule. Immutable.
 *
 * @param <F> what the direction asks of the function
 */
public final class PathSearch<F extends DifferentiableFunction>
        implements Minimizer<F, Result>, Configured<PathSearch<F>> {

    /** The gradient norm that counts as zero unless the caller says otherwise. */
    private static final double DEFAULT_TOLERANCE = 1e-8;

    private final Direction<? super F> direction;
    private final StepRule stepRule;
    private final BiFunction<F, Meter, F> metering;
    private final Settings settings;

    private PathSearch(
            Direction<? super F> direction, StepRule stepRule, BiFunction<F, Meter, F> metering, Settings settings) {
        this.direction = Objects.requireNonNull(direction, "direction is null, expected one such as new Lbfgs(10)");
        this.stepRule = Objects.requireNonNull(stepRule, "stepRule is null, expected one such as new StrongWolfe()");
        this.metering = metering;
        this.settings = Objects.requireNonNull(settings, "settings is null, expected what settings() returns");
    }

    /** A method that needs gradients. */
    public static PathSearch<DifferentiableFunction> of(
            Direction<DifferentiableFunction> direction, StepRule stepRule) {
        return new PathSearch<>(direction, stepRule, MeteredFunction::new, defaults());
    }

    /** A method that needs Hessian-vector products too. */
    public static PathSearch<TwiceDifferentiableFunction> ofSecondOrder(
            Direction<? super TwiceDifferentiableFunction> direction, StepRule stepRule) {
        return new PathSearch<>(direction, stepRule, MeteredTwiceFunction::new, defaults());
    }

    private static Settings defaults() {
        return Settings.of(StoppingRules.gradientNorm(DEFAULT_TOLERANCE));
    }

    /** A copy that stops when the Euclidean gradient norm is at most the tolerance. */
    public PathSearch<F> tolerance(double gradientNorm) {
        return stopWhen(StoppingRules.gradientNorm(gradientNorm));
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public PathSearch<F> with(Settings changed) {
        return new PathSearch<>(direction, stepRule, metering, changed);
    }

    /** What distinguishes the method from others, its settings for a run left out. */
    @Override
    public String toString() {
        return direction + " with " + stepRule;
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
        Meter meter = Meter.of(settings);
        F metered = metering.apply(function, meter);
        Identity identity = new Identity(toString(), dimension, settings.problem());
        return new PathSearchRun(identity, metered, direction.begin(metered), stepRule, settings, meter, start);
    }
}
