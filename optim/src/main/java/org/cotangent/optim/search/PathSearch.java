package org.cotangent.optim.search;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Experience;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MeteredFunction;
import org.cotangent.optim.run.MeteredTwiceFunction;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.trust.Finish;
import org.cotangent.optim.trust.Outlook;

/**
 * A method of the path-search family: a direction, a step rule and a stopping rule. Immutable.
 *
 * @param <F> what the direction asks of the function
 */
public final class PathSearch<F extends DifferentiableFunction>
        implements Minimizer<F, Result>, Configured<PathSearch<F>> {

    /** Half the digits of the point: what the finish has to promise. */
    private static final double MODEL_STEP = 1e-8;

    private final Parts<F> parts;
    private final StepRule stepRule;
    private final Optional<Scaling> scaling;
    private final Settings settings;
    private final Optional<Experience> experience;

    private PathSearch(
            Parts<F> parts,
            StepRule stepRule,
            Optional<Scaling> scaling,
            Settings settings,
            Optional<Experience> experience) {
        this.parts = parts;
        this.stepRule = Objects.requireNonNull(stepRule, "stepRule is null, expected one such as new StrongWolfe()");
        this.scaling = scaling;
        this.experience = experience;
        this.settings = Objects.requireNonNull(settings, "settings is null, expected what settings() returns");
    }

    /**
     * What depends on the kind of function.
     *
     * @param twice the direction again, for functions with second derivatives
     * @param metered the function with its calls counted
     * @param scaled the function in scaled variables
     * @param finish makes the finish for a function whose calls are counted
     */
    private record Parts<F>(
            Direction<? super F> direction,
            Direction<? super TwiceDifferentiableFunction> twice,
            BiFunction<F, Meter, F> metered,
            BiFunction<F, Scaling, F> scaled,
            Optional<Function<F, Finish<FunctionEvaluation>>> finish) {

        Parts {
            Objects.requireNonNull(direction, "direction is null, expected one such as new Lbfgs(10)");
        }

        static Parts<TwiceDifferentiableFunction> twice(
                Direction<? super TwiceDifferentiableFunction> direction,
                Optional<Function<TwiceDifferentiableFunction, Finish<FunctionEvaluation>>> finish) {
            return new Parts<>(direction, direction, MeteredTwiceFunction::new, ScaledTwiceFunction::new, finish);
        }

        Parts<F> withoutFinish() {
            return new Parts<>(direction, twice, metered, scaled, Optional.empty());
        }
    }

    /** A method that needs gradients. */
    public static PathSearch<DifferentiableFunction> of(
            Direction<DifferentiableFunction> direction, StepRule stepRule) {
        return create(
                new Parts<>(direction, direction, MeteredFunction::new, ScaledFunction::new, Optional.empty()),
                stepRule);
    }

    /** A method that needs Hessian-vector products too. */
    public static PathSearch<TwiceDifferentiableFunction> ofSecondOrder(
            Direction<? super TwiceDifferentiableFunction> direction, StepRule stepRule) {
        return create(Parts.twice(direction, Optional.empty()), stepRule);
    }

    private static <F extends DifferentiableFunction> PathSearch<F> create(Parts<F> parts, StepRule stepRule) {
        return new PathSearch<>(parts, stepRule, Optional.empty(), defaults(), Optional.empty());
    }

    private static Settings defaults() {
        return Settings.of(StoppingRules.standard().or(StoppingRules.modelStep(MODEL_STEP)));
    }

    /**
     * A copy that stops when the Euclidean gradient norm is at most the tolerance; with a finish also when
     * the step that it still asks for is, relative to the point.
     */
    public PathSearch<F> tolerance(double tolerance) {
        return stopWhen(StoppingRules.gradientNorm(tolerance).or(StoppingRules.modelStep(tolerance)));
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public PathSearch<F> with(Settings changed) {
        return new PathSearch<>(parts, stepRule, scaling, changed, experience);
    }

    /**
     * A copy that chooses its directions in variables divided by these sizes, each rounded to a power of
     * two, for functions whose variables differ much in size; a preconditioner sees scaled variables too. What is
     * reported and judged stays in the original ones: points, gradients, stopping rules.
     *
     * @param sizes how large each variable is, or how far it will move; length n, positive
     * @throws IllegalArgumentException for a size that is not positive and finite; a run is refused where it has another
     *     number of variables
     */
    public PathSearch<F> typicalSizes(double... sizes) {
        return new PathSearch<>(parts, stepRule, Optional.of(Scaling.of(sizes)), settings, experience);
    }

    /**
     * A copy that, where the search comes to rest, wins the last digits of the point by Newton steps with the
     * dense Hessian, under the guards of {@link Finish}: n products each, so for up to some hundred variables.
     * Asks for second derivatives whatever the method itself asks for.
     */
    public PathSearch<TwiceDifferentiableFunction> withFinish() {
        Parts<TwiceDifferentiableFunction> finished = Parts.twice(parts.twice(), Optional.of(Finish::newton));
        return new PathSearch<>(finished, stepRule, scaling, settings, experience);
    }

    /** A copy that returns where the criterion is first met. */
    public PathSearch<F> withoutFinish() {
        return new PathSearch<>(parts.withoutFinish(), stepRule, scaling, settings, experience);
    }

    /**
     * A copy whose runs begin with what an earlier run had learned, see {@link Run#experience}:
     * L-BFGS with its history. Runs of another dimension, of a problem with another name, or by
     * another method begin with nothing, as they would without it.
     */
    public PathSearch<F> warm(Experience earlier) {
        Objects.requireNonNull(earlier, "earlier is null, expected what experience() of a run returns");
        return new PathSearch<>(parts, stepRule, scaling, settings, Optional.of(earlier));
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
        return parts.direction() + " with " + stepRule
                + scaling.map(sizes -> ", " + sizes).orElse("")
                + (parts.finish().isPresent() ? ", finish" : "");
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
        F metered = parts.metered().apply(function, meter);
        Optional<Finish<FunctionEvaluation>> finish = parts.finish().map(made -> made.apply(metered));
        Direction.Memory memory = begin(metered);
        experience.ifPresent(known -> known.pass(identity(function), memory));
        VariableSizes sizes = scaling.map(Scaling::sizes).orElseGet(VariableSizes::unknown);
        Outlook.Look look = Outlook.of(function, meter, sizes);
        return new PathSearchRun(
                identity(function), metered, memory, stepRule, finish, look, sizes, settings, meter, start);
    }

    private Direction.Memory begin(F metered) {
        return scaling.isPresent()
                ? new ScaledDirection<>(parts.direction(), scaling.get(), parts.scaled()).begin(metered)
                : parts.direction().begin(metered);
    }
}
