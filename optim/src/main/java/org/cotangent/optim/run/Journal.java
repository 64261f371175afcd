package org.cotangent.optim.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The bookkeeping that every loop shares: numbers the iterates, measures them, tells rule and
 * observer, and writes the result.
 */
public final class Journal implements Iterate, Stateful {

    /** The first steps may all go across a valley. */
    private static final int ENOUGH_STEPS = 10;

    private final Settings settings;
    private final Meter meter;
    private final Judgement judgement;
    private final Outset outset = new Outset();
    private final Flatness flatness;
    private final StepUnderway underway = new StepUnderway();
    private final Recorder recorder = new Recorder();
    private final Roughness roughness = new Roughness();
    private final Runaway runaway;
    private Evaluation current;
    private long iteration;
    private double value;
    private double previousValue = Double.NaN;
    private double gradientNorm;
    private double stepNorm = Double.NaN;
    private double modelStep = Double.NaN;
    private Optional<Boolean> runsAway = Optional.empty();

    /** An empty journal about a run that begins at {@code start}, which may still be unevaluated. */
    public Journal(Settings settings, Meter meter, Evaluation start) {
        this(settings, meter, start, x -> Double.NaN);
    }

    /** The same for a loop that can look at values elsewhere. */
    public Journal(Settings settings, Meter meter, Evaluation start, ToDoubleFunction<double[]> function) {
        this(settings, meter, start, function, (at, enough) -> Double.NaN);
    }

    /** The same for a loop that can measure the step that is left, too. */
    public Journal(
            Settings settings,
            Meter meter,
            Evaluation start,
            ToDoubleFunction<double[]> function,
            StepMeasure measure) {
        this.settings = settings;
        this.meter = meter;
        this.current = start;
        judgement = new Judgement(settings, meter);
        flatness = new Flatness(measure);
        runaway = new Runaway(function);
    }

    /** Evaluates the start; a verdict if the run ends there. */
    public Optional<Verdict> begin() {
        double[] start = current.point().clone();
        measure(current);
        requireUnchanged(start);
        Optional<Verdict> unusable = outset.note(start, value, current.gradient(), meter.outside());
        if (unusable.isPresent()) {
            return unusable;
        }
        recorder.record(this);
        return Optional.empty();
    }

    /** A function that changes its argument moves the run to where nobody asked it to go. */
    private void requireUnchanged(double[] start) {
        int changed = Arrays.mismatch(start, current.point());
        if (changed >= 0) {
            throw new IllegalArgumentException("the function changed x[" + changed + "] from " + start[changed] + " to "
                    + current.point()[changed] + ", expected a point that is only read; copy it before changing it");
        }
    }

    /** Enters an accepted point, whose gradient is evaluated here if it is not known yet. */
    public void advance(Evaluation next, double step) {
        iteration++;
        previousValue = value;
        stepNorm = step;
        flatness.follow(current, next);
        modelStep = Double.NaN;
        measure(next);
        recorder.record(this);
    }

    /** Shows another point under the same number: a polished one, or the best instead of the last. */
    public void revise(Evaluation evaluation) {
        modelStep = Double.NaN;
        measure(evaluation);
    }

    /** Enters what the second-order model still asks for at the current point. */
    public void modelStep(double relativeStep) {
        modelStep = relativeStep;
    }

    /** What the stopping rule says of the current point. */
    public Optional<Verdict> judge() {
        return judgement.byRule(this);
    }

    /** Tells the observer of an accepted step and asks the rule, the observer and the budget. */
    public Optional<Verdict> announce() {
        return judgement.announce(this);
    }

    /**
     * A verdict if the run creeps along a kink.
     *
     * @param jumps whether the gradient jumps within the last step; asked only where the steps say so
     */
    public Optional<Verdict> creeping(BooleanSupplier jumps) {
        return roughness.check(this, jumps);
    }

    /** What a rounding floor is that a loop ran into: one, or a kink. */
    public Verdict atFloor(Verdict floor, BooleanSupplier jumps) {
        return roughness.atFloor(this, floor, jumps);
    }

    /** Whether the gradient is still of the size that it had at the start. */
    public boolean isSteep() {
        return Roughness.isSteep(this);
    }

    /** A verdict if no further step is allowed. */
    public Optional<Verdict> limit() {
        return judgement.limit(this);
    }

    /** What a run is that went as far as steps go: the value falls for ever, or steps that nobody searched blew it up. */
    public Verdict farAway() {
        return value <= outset.value()
                ? new Verdict(Status.UNBOUNDED, "the value is " + Text.of(value) + " and falls as far as steps go")
                : new Verdict(
                        Status.DIVERGED,
                        "the value is " + Text.of(value) + ", above " + Text.of(outset.value())
                                + " at the start, and rises as far as steps go",
                        "take shorter steps, or a method that searches them such as gradientDescentArmijo(); if it"
                                + " fails too, DerivativeCheck of ad-core tells whether the gradient is right");
    }

    /** What to throw where a result is asked for too early. */
    public IllegalStateException unfinished() {
        return new IllegalStateException("the run has not ended after " + Text.count(iteration, "iteration")
                + ", expected done() to be true; call step() until it is, or finish()");
    }

    /** Writes the result for the current point. */
    public Result result(Verdict verdict, Certificate certificate) {
        return result(current, verdict, certificate);
    }

    /** Writes the result for another point than the current one. */
    public Result result(Evaluation shown, Verdict verdict, Certificate certificate) {
        double[] gradient = shown.gradientKnown() ? shown.gradient().clone() : unknown(shown.point().length);
        return new Result(
                shown.point().clone(),
                shown == current ? value : shown.value(),
                gradient,
                verdict,
                certificate,
                iteration,
                meter.counts(),
                recorder.history(this));
    }

    /** Exchanges all but the current point, which belongs to the loop and is shown again by {@link #resume}. */
    @Override
    public void exchange(State state) {
        underway.requireNone(iteration);
        iteration = state.integer(iteration);
        value = state.number(value);
        previousValue = state.number(previousValue);
        gradientNorm = state.number(gradientNorm);
        stepNorm = state.number(stepNorm);
        modelStep = state.number(modelStep);
        state.part("outset", outset);
        state.part("flatness", flatness);
        state.part("roughness", roughness);
        state.part("meter", meter);
        state.part("history", recorder);
    }

    /** Shows the point that the loop was at, after an exchange. */
    public void resume(Evaluation at) {
        current = at;
    }

    /**
     * Does one step, and tells what ended the run there. Until the step is done the state is in
     * pieces, so it must not be saved.
     */
    public Optional<Verdict> step(Supplier<Optional<Verdict>> body) {
        return underway.take(body);
    }

    /** Tells the observer that a step is done. */
    public void stepped(Run<?> run) {
        underway.record(run, this);
        settings.observer().stepped(run, this);
    }

    /**
     * Makes sure, uncounted, that a resumed run meets the function it was saved for.
     *
     * @param blanks buffers for points of the function that the run was resumed with
     * @throws IllegalArgumentException if value or gradient at the current point differ in any bit
     */
    public void requireSameFunction(Supplier<? extends MovableEvaluation> blanks) {
        if (current.gradientKnown()) {
            meter.again(() -> new Fingerprint(current).require(blanks));
        }
    }

    /** Whether a run that ended so, before it was saved, has still ended under the present settings. */
    public boolean stillEnds(Verdict verdict) {
        return judgement.stands(verdict, this);
    }

    private void measure(Evaluation evaluation) {
        current = evaluation;
        flatness.moved();
        runsAway = Optional.empty();
        gradientNorm = Double.NaN;
        value = Double.NaN;
        if (iteration == 0) {
            // At the start nothing is known: asking for the gradient first saves one evaluation.
            evaluation.gradient();
        }
        value = evaluation.value();
        gradientNorm = Vectors.norm(evaluation.gradient());
    }

    private static double[] unknown(int length) {
        double[] gradient = new double[length];
        Arrays.fill(gradient, Double.NaN);
        return gradient;
    }

    @Override
    public long iteration() {
        return iteration;
    }

    @Override
    public double[] point() {
        return current.point().clone();
    }

    @Override
    public double value() {
        return value;
    }

    /** f at the start. */
    public double firstValue() {
        return outset.value();
    }

    @Override
    public double previousValue() {
        return previousValue;
    }

    @Override
    public double gradientNorm() {
        return gradientNorm;
    }

    @Override
    public double[] gradient() {
        return current.gradient().clone();
    }

    @Override
    public double scaledGradient(double[] typical) {
        double[] point = current.point();
        double[] gradient = current.gradient();
        double largest = 0;
        for (int i = 0; i < point.length; i++) {
            double size = Math.max(Math.abs(point[i]), typical[typical.length == 1 ? 0 : i]);
            largest = Math.max(largest, Math.abs(gradient[i]) * size);
        }
        return largest;
    }

    @Override
    public double curvature() {
        return flatness.latest();
    }

    @Override
    public double secantStep() {
        boolean known = iteration > Math.min(current.point().length, ENOUGH_STEPS);
        return known ? flatness.step(gradientNorm) : Double.NaN;
    }

    @Override
    public double secantStep(double doubted) {
        double step = secantStep();
        return step <= doubted ? flatness.measuredStep(current, gradientNorm, doubted) : step;
    }

    @Override
    public double learnedStep() {
        return flatness.learnedStep(current);
    }

    @Override
    public double firstGradientNorm() {
        return outset.gradientNorm();
    }

    @Override
    public double firstPointNorm() {
        return outset.pointNorm();
    }

    @Override
    public double pointNorm() {
        return Vectors.norm(current.point());
    }

    @Override
    public double stepNorm() {
        return stepNorm;
    }

    @Override
    public double modelStep() {
        return modelStep;
    }

    @Override
    public boolean runsAway() {
        if (runsAway.isEmpty()) {
            try {
                runsAway = Optional.of(runaway.isSeen(outset.point(), current, this));
            } catch (StopSignal signal) {
                // The budget does not allow a closer look.
                return false;
            }
        }
        return runsAway.get();
    }

    @Override
    public Counts counts() {
        return meter.counts();
    }

    @Override
    public Duration elapsed() {
        return meter.elapsed();
    }
}
