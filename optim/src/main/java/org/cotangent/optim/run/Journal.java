package org.cotangent.optim.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The bookkeeping that every loop shares: numbers the iterates, measures them, tells rule and
 * observer, and writes the result.
 */
public final class Journal implements Iterate, Stateful {

    /**
     * The smallest curvature of the last steps counts, and counts this much more with each: a step
     * across a valley must not hide the floor that the steps before went along. Over the
     * Moré-Garbow-Hillstrom problems, f times 1e-6, 1 and 1e6, no claim by the secant step was false.
     */
    private static final double FORGETTING = 2;

    /** The first steps may all go across a valley. */
    private static final int ENOUGH_STEPS = 10;

    private final Settings settings;
    private final Meter meter;
    private final StepMeasure measure;
    private final Recorder recorder = new Recorder();
    private final Roughness roughness = new Roughness();
    private Evaluation current;
    private long iteration;
    private double value;
    private double firstValue;
    private double previousValue = Double.NaN;
    private double gradientNorm;
    private double firstGradientNorm;
    private double firstPointNorm;
    private double stepNorm = Double.NaN;
    private double modelStep = Double.NaN;
    private double curvature = Double.NaN;
    private double flattest = Double.NaN;
    private double measuredStep = Double.NaN;
    private boolean withinStep;
    private IterationEvent event = new IterationEvent();

    /** An empty journal about a run that begins at {@code start}, which may still be unevaluated. */
    public Journal(Settings settings, Meter meter, Evaluation start) {
        this(settings, meter, start, (at, enough) -> Double.NaN);
    }

    /** The same for a loop that can measure the step that is left. */
    public Journal(Settings settings, Meter meter, Evaluation start, StepMeasure measure) {
        this.settings = settings;
        this.meter = meter;
        this.measure = measure;
        this.current = start;
    }

    /** Evaluates the start; a verdict if the run ends there. */
    public Optional<Verdict> begin() {
        measure(current);
        firstValue = value;
        firstGradientNorm = gradientNorm;
        firstPointNorm = pointNorm();
        if (!Double.isFinite(value) || !Double.isFinite(gradientNorm)) {
            return Optional.of(new Verdict(Status.NON_FINITE_START, startText()));
        }
        recorder.record(this);
        return Optional.empty();
    }

    /** Enters an accepted point, whose gradient is evaluated here if it is not known yet. */
    public void advance(Evaluation next, double step) {
        iteration++;
        previousValue = value;
        stepNorm = step;
        follow(curvatureTo(next));
        modelStep = Double.NaN;
        measure(next);
        recorder.record(this);
    }

    /** sᵀy / sᵀs of the step from the current point. */
    private double curvatureTo(Evaluation next) {
        double[] from = current.point();
        double[] to = next.point();
        double[] gradientFrom = current.gradient();
        double[] gradientTo = next.gradient();
        double product = 0;
        double square = 0;
        for (int i = 0; i < from.length; i++) {
            double s = to[i] - from[i];
            product += s * (gradientTo[i] - gradientFrom[i]);
            square += s * s;
        }
        return product / square;
    }

    private void follow(double latest) {
        curvature = latest;
        flattest = curvature > 0 ? Math.min(curvature, flattest > 0 ? FORGETTING * flattest : curvature) : Double.NaN;
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
        return settings.rule().check(this);
    }

    /** Tells the observer of an accepted step and asks the rule, the observer and the budget. */
    public Optional<Verdict> announce() {
        Observer.Decision decision = settings.observer().accepted(this);
        Optional<Verdict> verdict = judge();
        if (verdict.isPresent()) {
            return verdict;
        }
        if (decision == Observer.Decision.STOP) {
            return Optional.of(
                    new Verdict(Status.STOPPED_BY_OBSERVER, "the observer asked to stop at iteration " + iteration));
        }
        return limit();
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
    public Verdict atFloor(Verdict floor) {
        return roughness.atFloor(this, floor);
    }

    /** Whether the gradient is still of the size that it had at the start. */
    public boolean isSteep() {
        return Roughness.isSteep(this);
    }

    /** A verdict if no further step is allowed. */
    public Optional<Verdict> limit() {
        return iteration < settings.budget().iterations()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Status.ITERATION_LIMIT, Text.count(iteration, "iteration") + " done, all that are allowed"));
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
        if (withinStep) {
            throw new IllegalStateException("the run is within step " + (iteration + 1)
                    + " or was left there by an exception, expected it between two steps; save it after step(), or in"
                    + " Observer.stepped");
        }
        iteration = state.integer(iteration);
        value = state.number(value);
        firstValue = state.number(firstValue);
        previousValue = state.number(previousValue);
        gradientNorm = state.number(gradientNorm);
        firstGradientNorm = state.number(firstGradientNorm);
        firstPointNorm = state.number(firstPointNorm);
        stepNorm = state.number(stepNorm);
        modelStep = state.number(modelStep);
        curvature = state.number(curvature);
        flattest = state.number(flattest);
        measuredStep = state.number(measuredStep);
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
        withinStep = true;
        if (event.isEnabled()) {
            event = new IterationEvent();
            event.begin();
        }
        Optional<Verdict> verdict = signalled(body);
        withinStep = false;
        return verdict;
    }

    private static Optional<Verdict> signalled(Supplier<Optional<Verdict>> body) {
        try {
            return body.get();
        } catch (StopSignal signal) {
            return Optional.of(signal.verdict());
        }
    }

    /** Tells the observer that a step is done. */
    public void stepped(Run<?> run) {
        if (event.isEnabled()) {
            event.enter(run.identity(), this);
        }
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
        return switch (verdict.status()) {
            case CONVERGED, SMALL_STEP, SMALL_DECREASE, STOPPED_BY_RULE -> judge().isPresent();
            case ITERATION_LIMIT -> limit().isPresent();
            case EVALUATION_LIMIT, TIME_LIMIT -> meter.isUsedUp();
            case STOPPED_BY_OBSERVER, CANCELLED -> false;
            case CONVERGED_TO_ROUNDING,
                    ROUNDING_FLOOR,
                    LINE_SEARCH_FAILED,
                    NON_SMOOTH,
                    UNBOUNDED,
                    DIVERGED,
                    NON_FINITE_START,
                    NO_ROOT -> true;
        };
    }

    private void measure(Evaluation evaluation) {
        current = evaluation;
        measuredStep = Double.NaN;
        gradientNorm = Double.NaN;
        value = Double.NaN;
        if (iteration == 0) {
            // At the start nothing is known: asking for the gradient first saves one evaluation.
            evaluation.gradient();
        }
        value = evaluation.value();
        gradientNorm = Vectors.norm(evaluation.gradient());
    }

    private String startText() {
        double[] point = current.point();
        for (int i = 0; i < point.length; i++) {
            if (!Double.isFinite(point[i])) {
                return "start[" + i + "] is " + point[i] + ", expected a finite number";
            }
        }
        return "the value is " + value + " and the gradient norm " + gradientNorm + ", expected finite numbers";
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
        return firstValue;
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
        return curvature;
    }

    @Override
    public double secantStep() {
        boolean known = iteration > Math.min(current.point().length, ENOUGH_STEPS);
        return known ? gradientNorm / flattest : Double.NaN;
    }

    @Override
    public double secantStep(double doubted) {
        double step = secantStep();
        if (!(step <= doubted)) {
            return step;
        }
        if (Double.isNaN(measuredStep)) {
            double measured = measure.stepLeft(current, doubted);
            measuredStep = measured > step ? measured : step;
            flattest = gradientNorm / measuredStep;
        }
        return measuredStep;
    }

    @Override
    public double firstGradientNorm() {
        return firstGradientNorm;
    }

    @Override
    public double firstPointNorm() {
        return firstPointNorm;
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
    public Counts counts() {
        return meter.counts();
    }

    @Override
    public Duration elapsed() {
        return meter.elapsed();
    }
}
