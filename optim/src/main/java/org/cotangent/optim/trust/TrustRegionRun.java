package org.cotangent.optim.trust;

import java.util.Optional;
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

    /** Long enough to leave a saddle quickly, short enough to stay where the curvature holds. */
    private static final double FIRST_RELATIVE_STEP = 1e-2;

    /** A point this many times larger than the start means that no minimum is near (Moré, Thuente 1994). */
    private static final double LARGEST_RELATIVE_POINT = 1e20;

    /** A step that is longer by less shows nothing that the one before did not, and could go on for ever. */
    private static final double GROWN = 1.5;

    private final Identity identity;
    private final Model.Memory<E, Q> model;
    private final SubproblemSolver<? super Q> solver;
    private final RadiusPolicy policy;
    private final Journal journal;
    private final TrustStep step;
    private final TrialVerdict trials;
    private final Place<E, Q> place;
    private final Escape escape = new Escape();
    private final Landing<E> landing;
    private final double largestPoint;
    private E trial;
    private Optional<Radius> radius = Optional.empty();
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
        trial = model.blank();
        E first = model.blank();
        System.arraycopy(start, 0, first.overwrite(), 0, start.length);
        journal = new Journal(settings, meter, first, this::valueAt, (at, enough) -> stepLeft());
        step = new TrustStep(start.length);
        trials = new TrialVerdict(policy, step);
        place = new Place<>(model, first, journal, meter);
        Touchdown<E> touchdown = new Touchdown<>(place, model, journal);
        landing = new Landing<>(place, finish, touchdown, escape, this::widen, journal);
        largestPoint = LARGEST_RELATIVE_POINT * Math.max(1, Vectors.largest(start));
    }

    private double valueAt(double[] x) {
        E there = model.blank();
        System.arraycopy(x, 0, there.overwrite(), 0, x.length);
        return there.value();
    }

    /** The step to the minimum by derivatives alone, as long as it is relative to the point; infinite where there is none. */
    private double stepLeft() {
        Optional<Quadratic> exact = model.exactly(place.point());
        if (exact.isEmpty()) {
            return Double.NaN;
        }
        double relative = exact.get().unrestrictedStepNorm() / place.size(exact.get());
        return Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative * journal.pointNorm();
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
        verdict = journal.step(() -> (radius.isEmpty() ? begin() : advance(radius.get()))
                .map(reason -> Kink.orFloor(reason, place.point(), trial, journal)));
        journal.stepped(this);
    }

    private Optional<Verdict> begin() {
        Optional<Verdict> unusable = journal.begin();
        if (unusable.isPresent()) {
            return unusable;
        }
        place.begin();
        radius = Optional.of(new Radius(policy, place.startNorm()));
        return journal.judge().flatMap(landing::finished).or(journal::limit);
    }

    private Optional<Verdict> advance(Radius region) {
        trials.begin();
        double longest = 0;
        while (true) {
            Q around = place.around();
            E current = place.point();
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
                double decrease = trials.decrease(current, trial, noise);
                if (trials.isUnforeseen(decrease, noise) && model.losesSight(current, trial)) {
                    decrease = Double.NaN;
                }
                region.follow(step, decrease, noise);
                if (trials.accepts(around.scale(), current, trial, decrease, noise)) {
                    return accept();
                }
                level |= trials.isLevel(decrease, noise);
                if (step.isRestricted() && step.scaledNorm() > GROWN * longest && trials.isLevel(decrease, noise)) {
                    // Too short a step to show anything: the region has grown.
                    longest = step.scaledNorm();
                    continue;
                }
            }
            if ((hopeless || level) && !beginsAnew()) {
                return landing.finished(trials.refusal(current, trial, model, journal));
            }
            if (!hopeless && model.learnFromRejected(current, trial)) {
                place.anew();
            }
        }
    }

    /** A model that learned something odd may be what stands in the way. */
    private boolean beginsAnew() {
        boolean forgot = model.forget();
        if (forgot) {
            widen(place.afresh());
        }
        return forgot;
    }

    private void widen(Quadratic around) {
        double size = place.size(around);
        radius.orElseThrow().widen(FIRST_RELATIVE_STEP * (size > 0 ? size : 1));
    }

    /** The solver's step, or the one that leaves a saddle. */
    private void propose(Q around, double size) {
        if (escape.isUnderway()) {
            escape.propose(around.scale(), place.point().gradient(), size, step);
        } else {
            solver.solve(around, size, step);
        }
    }

    /** Whether the step is below the last bit of the point. */
    private boolean isLost(Q around) {
        return !(step.scaledNorm() > Math.ulp(1.0) * place.size(around));
    }

    private Optional<Verdict> accept() {
        escape.end();
        E next = trial;
        // First, as the function may throw on the way: trial and point must never be the same.
        trial = place.point();
        place.advance(next, Vectors.norm(step.vector()));
        if (!(Vectors.largest(place.point().point()) <= largestPoint)) {
            return Optional.of(new Verdict(
                    Status.UNBOUNDED, "the value is " + Text.of(journal.value()) + " and falls as far as steps go"));
        }
        return journal.announce()
                .or(() -> journal.creeping(() -> Kink.turns(place.point(), model.blank())))
                .flatMap(landing::finished);
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
        state.part("current point", place.point());
        if (begun) {
            Radius region = radius.orElseGet(() -> new Radius(policy, 0));
            state.part("radius", region);
            radius = Optional.of(region);
        }
        place.startNorm(state.number(place.startNorm()));
        escape.exchange(state);
        landing.exchange(state);
        verdict = Verdict.exchange(state, verdict);
        state.part("model", model);
        state.part("journal", journal);
        journal.resume(place.point());
    }

    /** The point of the result, with all that is known there; for statistics. */
    public E evaluation() {
        return place.point();
    }

    @Override
    public Result result() {
        Verdict reason = verdict.orElseThrow(journal::unfinished);
        boolean claimed = reason.status().converged();
        return journal.result(reason, claimed ? landing.certificate() : Certificate.FIRST_ORDER);
    }
}
