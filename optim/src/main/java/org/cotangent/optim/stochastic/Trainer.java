package org.cotangent.optim.stochastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.Summation;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.StoppingRules;

/**
 * A method that minimizes the mean of a sum over examples by many cheap updates: an estimator of the
 * gradient, a chain of transformations, a schedule. Immutable.
 *
 * <p>An <em>iteration</em> is what lies between two measurements of value and gradient over all examples,
 * an epoch unless told otherwise; rules, observers and limits are about these. Within it are as many
 * updates as the estimator makes in an epoch.
 *
 * @param <F> what the chain asks of the sum
 */
public final class Trainer<F extends FiniteSum> implements Minimizer<F, TrainingResult>, Configured<Trainer<F>> {

    /** A beginning; without a limit noisy methods end never. */
    private static final long EPOCHS = 100;

    private static final double GRADIENT_TOLERANCE = 1e-8;

    private final Estimator<? super F> estimator;
    private final List<Transformation<? super F>> chain;
    private final Schedule schedule;
    private final Averaging averaging;
    private final Practice practice;
    private final Settings settings;

    /**
     * What is done beside the updates.
     *
     * @param skips updates in a row that may be left out as they are not finite, 0 for none
     * @param period updates between two measurements, 0 for an epoch
     * @param summation how sums over examples are taken
     */
    private record Practice(int skips, long period, Summation summation) {}

    private Trainer(
            Estimator<? super F> estimator,
            List<Transformation<? super F>> chain,
            Schedule schedule,
            Averaging averaging,
            Practice practice,
            Settings settings) {
        this.estimator =
                Objects.requireNonNull(estimator, "estimator is null, expected one such as new MiniBatch(...)");
        this.chain = List.copyOf(chain);
        this.schedule =
                Objects.requireNonNull(schedule, "schedule is null, expected one such as Schedule.constant(0.1)");
        this.averaging = Objects.requireNonNull(averaging, "averaging is null, expected Averaging.none() for none");
        this.practice = practice;
        this.settings = Objects.requireNonNull(settings, "settings is null, expected what settings() returns");
    }

    /**
     * A method of one's own.
     *
     * @param estimator of the gradient
     * @param schedule of the rate
     * @param chain what happens to a gradient, in this order
     */
    public static <F extends FiniteSum> Trainer<F> of(
            Estimator<? super F> estimator, Schedule schedule, List<Transformation<? super F>> chain) {
        Settings settings = Settings.of(StoppingRules.gradientNorm(GRADIENT_TOLERANCE));
        Practice practice = new Practice(0, 0, Summation.sequential());
        return new Trainer<>(estimator, chain, schedule, Averaging.none(), practice, settings)
                .budget(Budget.DEFAULT.withIterations(EPOCHS));
    }

    /** A copy with another schedule. */
    public Trainer<F> schedule(Schedule changed) {
        return new Trainer<>(estimator, chain, changed, averaging, practice, settings);
    }

    /** A copy with a transformation before all others, such as clipping. */
    public Trainer<F> first(Transformation<? super F> transformation) {
        List<Transformation<? super F>> longer = new ArrayList<>(chain);
        longer.add(0, transformation);
        return new Trainer<>(estimator, longer, schedule, averaging, practice, settings);
    }

    /** A copy with a transformation after all others, such as decoupled weight decay. */
    public Trainer<F> then(Transformation<? super F> transformation) {
        List<Transformation<? super F>> longer = new ArrayList<>(chain);
        longer.add(transformation);
        return new Trainer<>(estimator, longer, schedule, averaging, practice, settings);
    }

    /** A copy that shows a mean of the points. */
    public Trainer<F> averaging(Averaging changed) {
        return new Trainer<>(estimator, chain, schedule, changed, practice, settings);
    }

    /** A copy that makes every update from the mean of several estimates. */
    public Trainer<F> accumulate(int estimates) {
        return new Trainer<>(new Accumulated<>(estimator, estimates), chain, schedule, averaging, practice, settings);
    }

    /**
     * A copy that leaves out updates whose gradient is not finite, and counts them; without this such a
     * gradient ends the run.
     *
     * @param inARow how many of them one after the other end the run, not negative
     */
    public Trainer<F> skipNonFinite(int inARow) {
        if (inARow < 0) {
            throw new IllegalArgumentException(
                    "updates to skip in a row are " + inARow + ", expected at least 0; try 10");
        }
        return practice(new Practice(inARow, practice.period, practice.summation));
    }

    /** A copy that measures value and gradient over all examples every so many updates instead of each epoch. */
    public Trainer<F> measureEvery(long updates) {
        return practice(new Practice(
                practice.skips,
                Require.count("updates between measurements", updates, "an epoch of them"),
                practice.summation));
    }

    /** A copy that sums over examples otherwise: in several threads, which changes no bit, or in other chunks. */
    public Trainer<F> summation(Summation changed) {
        Objects.requireNonNull(changed, "summation is null, expected one such as Summation.threads(2)");
        return practice(new Practice(practice.skips, practice.period, changed));
    }

    private Trainer<F> practice(Practice changed) {
        return new Trainer<>(estimator, chain, schedule, averaging, changed, settings);
    }

    /** A copy that takes at most this many epochs: {@link #maxIterations}, unless {@link #measureEvery} says otherwise. */
    public Trainer<F> epochs(long limit) {
        return maxIterations(limit);
    }

    /** A copy that stops when the Euclidean norm of the gradient over all examples is at most the tolerance. */
    public Trainer<F> tolerance(double gradientNorm) {
        return stopWhen(StoppingRules.gradientNorm(gradientNorm));
    }

    /** A copy that stops when the mean over all examples is at most the target. */
    public Trainer<F> target(double loss) {
        return stopWhen(StoppingRules.value(loss));
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Trainer<F> with(Settings changed) {
        return new Trainer<>(estimator, chain, schedule, averaging, practice, changed);
    }

    @Override
    public int dimension(F sum) {
        return sum.dimension();
    }

    @Override
    public Run<TrainingResult> start(F sum, double... start) {
        Objects.requireNonNull(sum, "sum is null, expected what shall be minimized");
        int dimension = Checks.dimension("dimension of the sum", sum.dimension());
        Checks.length("start", start, dimension);
        Meter meter = Meter.of(settings);
        Objective<F> objective = new Objective<>(sum, practice.summation, meter);
        Estimator.Memory estimates = estimator.begin(objective);
        List<Transformation.Memory> links = new ArrayList<>();
        chain.forEach(link -> links.add(link.begin(objective)));
        Descent descent =
                new Descent(estimates, links, schedule, averaging.begin(start.clone()), practice.skips, start.clone());
        long period = practice.period == 0 ? estimates.perEpoch() : practice.period;
        Identity identity = new Identity(toString(), dimension, settings.problem());
        return new TrainingRun(identity, objective, descent, period, settings, meter);
    }

    /** What distinguishes the method from others, its settings for a run left out. */
    @Override
    public String toString() {
        return estimator + " through " + chain + " at " + schedule + ", " + averaging + ", skips " + practice.skips
                + ", measured every " + practice.period + ", chunks of " + practice.summation.chunk();
    }
}
