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

    /** A decrease of this fraction of the predicted one is accepted (Moré 1978, algorithm 7.1). */
    private static final double ACCEPTED_RATIO = 1e-4;

    /** A relative decrease of the value after which the finish is worth a try: three digits stand. */
    private static final double SETTLED = 1e-3;

    /** A relative decrease that rounding does not hide: half the digits. */
    private static final double VISIBLE = Math.sqrt(Math.ulp(1.0));

    /** A point this much smaller than the start counts as this large: its true value may be 0. */
    private static final double SMALLEST_RELATIVE_POINT = Math.sqrt(Math.ulp(1.0));

    private final Identity identity;
    private final Model.Memory<E, Q> model;
    private final SubproblemSolver<? super Q> solver;
    private final double radiusFactor;
    private final Optional<Finish<E>> finish;
    private final Meter meter;
    private final Journal journal;
    private final TrustStep step;
    private E current;
    private E trial;
    private Optional<Q> quadratic = Optional.empty();
    private Optional<Radius> radius = Optional.empty();
    private double startNorm;
    private long nextAttempt;
    private boolean atWall;
    private boolean contradicted;
    private Optional<Verdict> verdict = Optional.empty();

    TrustRegionRun(
            Identity identity,
            Model.Memory<E, Q> model,
            SubproblemSolver<? super Q> solver,
            double radiusFactor,
            Optional<Finish<E>> finish,
            Settings settings,
            Meter meter,
            double[] start) {
        this.identity = identity;
        this.model = model;
        this.solver = solver;
        this.radiusFactor = radiusFactor;
        this.finish = finish;
        current = model.blank();
        trial = model.blank();
        System.arraycopy(start, 0, current.overwrite(), 0, start.length);
        this.meter = meter;
        journal = new Journal(settings, meter, current);
        step = new TrustStep(start.length);
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
        verdict = journal.step(() -> radius.isEmpty() ? begin() : advance(around(), radius.get()));
        journal.stepped(this);
    }

    private Optional<Verdict> begin() {
        Optional<Verdict> unusable = journal.begin();
        if (unusable.isPresent()) {
            return unusable;
        }
        Q first = remodel();
        startNorm = scaledNorm(first, current.point());
        radius = Optional.of(new Radius(radiusFactor, startNorm));
        measure(first);
        return journal.judge().map(this::finished).or(journal::limit);
    }

    /** The model that the last step left behind; a resumed run has to build it again. */
    private Q around() {
        if (quadratic.isEmpty()) {
            meter.again(() -> measure(remodel()));
        }
        return quadratic.orElseThrow();
    }

    private Optional<Verdict> advance(Q around, Radius region) {
        contradicted = false;
        while (true) {
            solver.solve(around, region.value(), step);
            Vectors.sum(current.point(), 1, step.vector(), trial.overwrite());
            boolean visible = step.predicted() > Math.ulp(current.value());
            if (!visible || isLost(around)) {
                return Optional.of(finished(floor()));
            }
            double decrease = current.decreaseTo(trial);
            boolean falls = decrease >= ACCEPTED_RATIO * step.predicted();
            if (falls && !Vectors.isFinite(trial.gradient())) {
                // As bad as a value that is not finite, and no reason to widen the region.
                decrease = Double.NaN;
                falls = false;
            }
            atWall = !Double.isFinite(decrease);
            if (step.predicted() > VISIBLE * Math.abs(current.value())) {
                contradicted = decrease <= 0;
            }
            region.follow(step, decrease);
            if (falls) {
                return accept(decrease);
            }
        }
    }

    /** Whether the step is below the last bit of the point. */
    private boolean isLost(Q around) {
        return !(step.scaledNorm() > Math.ulp(1.0) * scaledNorm(around, current.point()));
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
        journal.advance(current, Vectors.norm(step.vector()));
        model.learn(previous, current);
        measure(remodel());
        return journal.announce().map(this::finished).or(() -> finishEarly(decrease));
    }

    private Q remodel() {
        Q next = model.around(current);
        quadratic = Optional.of(next);
        return next;
    }

    private void measure(Q around) {
        double size = Math.max(scaledNorm(around, current.point()), SMALLEST_RELATIVE_POINT * startNorm);
        double length = around.unrestrictedStepNorm();
        journal.modelStep(length == 0 ? 0 : length / size);
    }

    private static double scaledNorm(Quadratic around, double[] vector) {
        double[] scaled = new double[vector.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = around.scale()[i] * vector[i];
        }
        return Vectors.norm(scaled);
    }

    /** Tries the finish once the loop settles, and more and more rarely if that was too early. */
    private Optional<Verdict> finishEarly(double decrease) {
        boolean settles = decrease <= SETTLED * current.value();
        if (!settles || journal.iteration() < nextAttempt) {
            return Optional.empty();
        }
        nextAttempt = 2 * journal.iteration();
        return polish();
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

    /** Polishes where the loop came to rest by itself. */
    private Verdict finished(Verdict reason) {
        boolean rests = reason.status() == Status.CONVERGED
                || reason.status() == Status.ROUNDING_FLOOR
                || reason.status() == Status.SMALL_DECREASE
                || reason.status() == Status.SMALL_STEP;
        return rests ? polish().orElse(reason) : reason;
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
            Radius region = radius.orElseGet(() -> new Radius(radiusFactor, 0));
            state.part("radius", region);
            radius = Optional.of(region);
        }
        startNorm = state.number(startNorm);
        nextAttempt = state.integer(nextAttempt);
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
        return journal.result(reason, reason.status().converged() ? certificate() : Certificate.FIRST_ORDER);
    }

    private Certificate certificate() {
        double gap = model.around(current).decrement();
        return Double.isNaN(gap)
                ? Certificate.FIRST_ORDER
                : new Certificate(OptionalDouble.of(gap), OptionalDouble.empty());
    }
}
