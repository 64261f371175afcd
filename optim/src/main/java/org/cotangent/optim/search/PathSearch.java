package org.cotangent.optim.search;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Experience;
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

    private final Direction<? super F> direction;
    private final StepRule stepRule;
    private final Wrapping<F> wrapping;
    private final Optional<Scaling> scaling;
    private final Settings settings;
    private final Optional<Experience> experience;

    private PathSearch(
            Direction<? super F> direction,
            StepRule stepRule,
            Wrapping<F> wrapping,
            Optional<Scaling> scaling,
            Settings settings,
            Optional<Experience> experience) {
        this.direction = Objects.requireNonNull(direction, "direction is null, expected one such as new Lbfgs(10)");
        this.stepRule = Objects.requireNonNull(stepRule, "stepRule is null, expected one such as new StrongWolfe()");
        this.wrapping = wrapping;
        this.scaling = scaling;
        this.experience = experience;
        this.settings = Objects.requireNonNull(settings, "settings is null, expected what settings() returns");
    }

    /** A function of the same kind whose calls are counted, and in scaled variables. */
    private record Wrapping<F>(BiFunction<F, Meter, F> metered, BiFunction<F, Scaling, F> scaled) {}

    /** A method that needs gradients. */
    public static PathSearch<DifferentiableFunction> of(
            Direction<DifferentiableFunction> direction, StepRule stepRule) {
        return create(direction, stepRule, new Wrapping<>(MeteredFunction::new, ScaledFunction::new));
    }

    /** A method that needs Hessian-vector products too. */
    public static PathSearch<TwiceDifferentiableFunction> ofSecondOrder(
            Direction<? super TwiceDifferentiableFunction> direction, StepRule stepRule) {
        return create(direction, stepRule, new Wrapping<>(MeteredTwiceFunction::new, ScaledTwiceFunction::new));
    }

    private static <F extends DifferentiableFunction> PathSearch<F> create(
            Direction<? super F> direction, StepRule stepRule, Wrapping<F> wrapping) {
        return new PathSearch<>(direction, stepRule, wrapping, Optional.empty(), defaults(), Optional.empty());
    }

    private static Settings defaults() {
        return Settings.of(StoppingRules.standard());
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
        return new PathSearch<>(direction, stepRule, wrapping, scaling, changed, experience);
    }

    /**
     * A copy that chooses its directions in variables divided by these sizes, each rounded to a power of
     * two, for functions whose variables differ much in size; a preconditioner sees scaled variables too. What is
     * reported and judged stays in the original ones: points, gradients, stopping rules.
     *
     * @param sizes how large each variable is, or how far it will move; length n, positive
     */
    public PathSearch<F> withTypicalSizes(double... sizes) {
        return new PathSearch<>(direction, stepRule, wrapping, Optional.of(Scaling.of(sizes)), settings, experience);
    }

    /**
     * A copy whose runs begin with what an earlier run had learned, see {@link Run#experience}:
     * L-BFGS with its history. Runs of another dimension, of a problem with another name, or by
     * another method begin with nothing, as they would without it.
     */
    public PathSearch<F> warm(Experience earlier) {
        Objects.requireNonNull(earlier, "earlier is null, expected what experience() of a run returns");
        return new PathSearch<>(direction, stepRule, wrapping, scaling, settings, Optional.of(earlier));
    }

    /** Whether runs for a function will begin with what was learned before. */
    public boolean isWarmFor(F function) {
        return experience.filter(known -> known.fits(identity(function))).isPresent();
    }

    private Identity identity(F function) {
        return new Identity(toString(), function.dimension(), settings.problem());
    }

    /** What distinguishes the method from others, its settings for a run left out. */
    @Override
    public String toString() {
        return direction + " with " + stepRule
                + scaling.map(sizes -> ", " + sizes).orElse("");
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
        F metered = wrapping.metered().apply(function, meter);
        Direction.Memory memory = begin(metered);
        experience.ifPresent(known -> known.pass(identity(function), memory));
        return new PathSearchRun(identity(function), metered, memory, stepRule, settings, meter, start);
    }

    private Direction.Memory begin(F metered) {
        return scaling.isPresent()
                ? new ScaledDirection<>(direction, scaling.get(), wrapping.scaled()).begin(metered)
                : direction.begin(metered);
    }
}
