package org.cotangent.optim.trust;

import java.util.Optional;
import java.util.OptionalDouble;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/**
 * The trust-region loop.
 *
 * @param <E> the points it works on
 * @param <Q> the quadratics that pass from model to solver
 */
public final class TrustRegionRun<E extends MovableEvaluation, Q extends Quadratic> implements Run<Result> {

    /** A relative decrease of the value after which the finish is worth a try: three digits stand. */
    private static final double SETTLED = 1e-3;

    /** A relative decrease that rounding does not hide: half the digits. */
    private static final double VISIBLE = Math.sqrt(Math.ulp(1.0));

    /**
     * A point this much smaller than the start counts as this large: its true value may be 0. Together
     * with a tolerance of 1e-10 a step counts as small that is below the last bit of the start.
     */
    private static final double SMALLEST_RELATIVE_POINT = Math.cbrt(Math.ulp(1.0));

    /** A gradient that a step leaves smaller by this factor is flatter (as the usual Wolfe condition, Nocedal, Wright 2006, p. 34). */
    private static final double FLATTENING = 0.9;

    /** Long enough to leave a saddle quickly, short enough to stay where the curvature holds. */
    private static final double FIRST_RELATIVE_STEP = 1e-2;

    /** A point this many times larger than the start means that no minimum is near (Moré, Thuente 1994). */
    private static final double LARGEST_RELATIVE_POINT = 1e20;

    private final Identity identity;
    private final Model.Memory<E, Q> model;
    private final SubproblemSolver<? super Q> solver;
    private final RadiusPolicy policy;
    private final Optional<Finish<E>> finish;
    private final Meter meter;
    private final Journal journal;
    private final TrustStep step;
    private E current;
    private E trial;
    private Optional<Q> quadratic = Optional.empty();
    private Optional<Radius> radius = Optional.empty();
    private E modelled;
    private double[] escape = {};
    private double escapeCurvature;
    private Certificate certificate = Certificate.FIRST_ORDER;
    private final double largestPoint;
    private double startNorm;
    private long nextAttempt;
    private boolean atWall;
    private boolean contradicted;
    private Optional<Verdict> verdict = Optional.empty();

    TrustRegionRun(
            Identity identity,
            Model.Memory<E, Q> model,
            SubproblemSolver<? super Q> solver,
            RadiusPolicy policy,
            Optional<Finish<E>> finish,
            Settings settings,
            Meter meter,
            double[] start) {
        this.identity = identity;
        this.model = model;
        this.solver = solver;
        this.policy = policy;
        this.finish = finish;
        current = model.blank();
        trial = model.blank();
        System.arraycopy(start, 0, current.overwrite(), 0, start.length);
        this.meter = meter;
        journal = new Journal(settings, meter, current);
        step = new TrustStep(start.length);
        modelled = current;
        largestPoint = LARGEST_RELATIVE_POINT * Math.max(1, Vectors.largest(start));
    }

    @Override
    public boolean done() {
        return verdict.isPresent();
    }

    @Override
    public void step() {
        if (done()) {
            return;
        }
        verdict = journal.step(() -> radius.isEmpty() ? begin() : advance(radius.get()));
        journal.stepped(this);
    }

    private Optional<Verdict> begin() {
        Optional<Verdict> unusable = journal.begin();
        if (unusable.isPresent()) {
            return unusable;
        }
        Q first = remodel();
        startNorm = scaledNorm(first.scale(), current.point());
        radius = Optional.of(new Radius(policy, startNorm));
        measure(first);
        return journal.judge().flatMap(this::finished).or(journal::limit);
    }

    /** The model that the last step left behind; a resumed run has to build it again. */
    private Q around() {
        if (quadratic.isEmpty()) {
            meter.again(() -> measure(remodel()));
        }
        return quadratic.orElseThrow();
    }

    private Optional<Verdict> advance(Radius region) {
        contradicted = false;
        while (true) {
            Q around = around();
            propose(around, region.value());
            Vectors.sum(current.point(), 1, step.vector(), trial.overwrite());
            double noise = model.noise(current);
            boolean level = !(step.predicted() > Math.max(noise, current.resolution()));
            boolean hopeless = (level && noise == 0) || isLost(around);
            if (!hopeless) {
                model.visit(trial);
                if (trial.value() == Double.NEGATIVE_INFINITY) {
                    return Optional.of(new Verdict(Status.UNBOUNDED, "the value reached minus infinity"));
                }
                double decrease = decrease(noise);
                region.follow(step, decrease, noise);
                if (isAcceptable(around, decrease, noise)) {
                    return accept(decrease);
                }
            }
            if ((hopeless || level) && !beginsAnew(region)) {
                return finished(floor());
            }
            if (!hopeless && model.learnFromRejected(current, trial)) {
                measure(remodel());
            }
        }
    }

    /** The decrease of the trial, NaN if it cannot be gone to; notes what stands in the way. */
    private double decrease(double noise) {
        double decrease = current.decreaseTo(trial);
        if (falls(decrease, noise) && !Vectors.isFinite(trial.gradient())) {
            // As bad as a value that is not finite, and no reason to widen the region.
            decrease = Double.NaN;
        }
        atWall = !Double.isFinite(decrease);
        if (step.predicted() > VISIBLE * Math.abs(current.value())) {
            contradicted = decrease <= 0 && !risesAtTrial();
        }
        return decrease;
    }

    /** Whether the gradient at the trial, if it is known, agrees that the step was too long. */
    private boolean risesAtTrial() {
        return trial.gradientKnown() && Vectors.dot(trial.gradient(), step.vector()) > 0;
    }

    private boolean falls(double decrease, double noise) {
        return decrease + noise >= policy.acceptedRatio() * (step.predicted() + noise);
    }

    /** A model that learned something odd may be what stands in the way. */
    private boolean beginsAnew(Radius region) {
        boolean forgot = model.forget();
        if (forgot) {
            Q anew = remodel();
            measure(anew);
            widen(region, anew);
        }
        return forgot;
    }

    private void widen(Radius region, Q around) {
        double size = scaledNorm(around.scale(), current.point());
        region.widen(FIRST_RELATIVE_STEP * (size > 0 ? size : 1));
    }

    /** The solver's step, or the one that leaves a saddle. */
    private void propose(Q around, double size) {
        if (escape.length == 0) {
            solver.solve(around, size, step);
            return;
        }
        double length = size / scaledNorm(around.scale(), escape);
        System.arraycopy(escape, 0, step.vector(), 0, escape.length);
        Vectors.scale(length, step.vector());
        double slope = Vectors.dot(current.gradient(), step.vector());
        step.set(size, -slope - escapeCurvature * length * length / 2, slope, true);
    }

    /** Whether the step is below the last bit of the point. */
    private boolean isLost(Q around) {
        return !(step.scaledNorm() > Math.ulp(1.0) * scaledNorm(around.scale(), current.point()));
    }

    /** Falls as promised; where that cannot be told from rounding, does not rise and is flatter. */
    private boolean isAcceptable(Q around, double decrease, double noise) {
        return falls(decrease, noise) && (decrease > noise || noise == 0 || isFlatter(around));
    }

    private boolean isFlatter(Q around) {
        double before = slopeNorm(around.scale(), current.gradient());
        return slopeNorm(around.scale(), trial.gradient()) <= FLATTENING * before;
    }

    private Verdict floor() {
        if (!Double.isFinite(step.predicted())) {
            return Obstacle.OVERFLOW.verdict(journal.iteration());
        }
        if (atWall) {
            return Obstacle.WALL.verdict(journal.iteration());
        }
        if (contradicted) {
            return Obstacle.CONTRADICTION.verdict(journal.iteration());
        }
        return new Verdict(
                Status.ROUNDING_FLOOR,
                "a decrease of " + Text.of(step.predicted())
                        + " does not show in the value, the relative model step is " + Text.of(journal.modelStep()));
    }

    private Optional<Verdict> accept(double decrease) {
        E previous = current;
        current = trial;
        trial = previous;
        escape = new double[0];
        journal.advance(current, Vectors.norm(step.vector()));
        model.learn(previous, current);
        measure(remodel());
        if (!(Vectors.largest(current.point()) <= largestPoint)) {
            return Optional.of(new Verdict(
                    Status.UNBOUNDED, "the value is " + Text.of(journal.value()) + " and falls as far as steps go"));
        }
        return journal.announce().flatMap(this::finished).or(() -> finishEarly(decrease));
    }

    private Q remodel() {
        Q next = model.around(current);
        quadratic = Optional.of(next);
        modelled = current;
        return next;
    }

    private void measure(Q around) {
        double size = Math.max(scaledNorm(around.scale(), current.point()), SMALLEST_RELATIVE_POINT * startNorm);
        double length = around.unrestrictedStepNorm();
        journal.modelStep(length == 0 ? 0 : length / size);
    }

    private static double scaledNorm(double[] scale, double[] vector) {
        double[] scaled = new double[vector.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scale[i] * vector[i];
        }
        return Vectors.norm(scaled);
    }

    private static double slopeNorm(double[] scale, double[] gradient) {
        return Vectors.norm(ScaledProblem.divided(gradient, scale));
    }

    /** Tries the finish once the loop settles, and more and more rarely if that was too early. */
    private Optional<Verdict> finishEarly(double decrease) {
        boolean settles = decrease <= SETTLED * current.value();
        boolean eager = finish.isPresent() && finish.get().isEager();
        if (!eager || !settles || journal.iteration() < nextAttempt) {
            return Optional.empty();
        }
        nextAttempt = 2 * journal.iteration();
        return polish().flatMap(this::certified);
    }

    /** Polishes the current point; a point that the rule does not accept is not kept. */
    private Optional<Verdict> polish() {
        if (finish.isEmpty()) {
            return Optional.empty();
        }
        E rough = current;
        double roughStep = journal.modelStep();
        show(finish.get().polish(rough));
        Optional<Verdict> claim =
                journal.judge().filter(verdict -> verdict.status().converged());
        if (claim.isEmpty()) {
            show(new Finish.Polished<>(rough, roughStep));
        }
        return claim;
    }

    private void show(Finish.Polished<E> polished) {
        current = polished.point();
        journal.revise(current);
        journal.modelStep(polished.stepLeft());
    }

    /** Polishes where the loop came to rest by itself, and looks once more before a claim is made. */
    private Optional<Verdict> finished(Verdict reason) {
        boolean rests = reason.status() == Status.CONVERGED
                || reason.status() == Status.ROUNDING_FLOOR
                || reason.status() == Status.SMALL_DECREASE
                || reason.status() == Status.SMALL_STEP;
        return certified(rests ? polish().orElse(reason) : reason);
    }

    /** A saddle is left, not returned. */
    private Optional<Verdict> certified(Verdict claim) {
        if (!claim.status().converged()) {
            return Optional.of(claim);
        }
        Q around = quadratic.orElseThrow();
        double[] direction = new double[current.point().length];
        double curvature;
        try {
            if (current != modelled) {
                around = remodel();
            }
            curvature = around.smallestCurvature(direction);
        } catch (StopSignal signal) {
            // The claim stands without being certified further.
            return Optional.of(claim);
        }
        certificate = certificate(around.decrement(), curvature);
        if (!(curvature < 0)) {
            return Optional.of(claim);
        }
        if (escape.length > 0 || journal.limit().isPresent()) {
            return Optional.of(new Verdict(
                    Status.ROUNDING_FLOOR,
                    "negative curvature " + Text.of(curvature) + " is seen, but no lower point along it"));
        }
        leave(around, direction, curvature);
        return Optional.empty();
    }

    private static Certificate certificate(double gap, double curvature) {
        return new Certificate(
                Double.isNaN(gap) ? OptionalDouble.empty() : OptionalDouble.of(gap),
                Double.isNaN(curvature) ? OptionalDouble.empty() : OptionalDouble.of(curvature));
    }

    private void leave(Q around, double[] direction, double curvature) {
        escape = direction;
        escapeCurvature = curvature;
        widen(radius.orElseThrow(), around);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public void reopen() {
        journal.requireSameFunction(model::blank);
        verdict = verdict.filter(journal::stillEnds);
    }

    @Override
    public void exchange(State state) {
        boolean begun = state.flag(radius.isPresent());
        state.part("current point", current);
        if (begun) {
            Radius region = radius.orElseGet(() -> new Radius(policy, 0));
            state.part("radius", region);
            radius = Optional.of(region);
        }
        startNorm = state.number(startNorm);
        nextAttempt = state.integer(nextAttempt);
        escape = state.array(escape);
        escapeCurvature = state.number(escapeCurvature);
        certificate = certificate.exchange(state);
        verdict = Verdict.exchange(state, verdict);
        state.part("model", model);
        state.part("journal", journal);
        journal.resume(current);
    }

    /** The point of the result, with all that is known there; for statistics. */
    public E evaluation() {
        return current;
    }

    @Override
    public Result result() {
        Verdict reason = verdict.orElseThrow(journal::unfinished);
        return journal.result(reason, reason.status().converged() ? certificate : Certificate.FIRST_ORDER);
    }
}
