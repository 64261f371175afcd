package org.cotangent.optim.trust;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Verdict;

/**
 * How a trust-region run ends: where it comes to rest the point is polished, and no claim is made before the
 * curvature there was looked at; a saddle is left, not returned.
 *
 * @param <E> the points
 */
final class Landing<E extends MovableEvaluation> {

    /** A step that leaves half the digits of the point does not contradict a claim, whatever the model said. */
    private static final double SHORT = Math.sqrt(Math.ulp(1.0));

    private static final String NEARER =
            "start nearer to the solution; variables may have gone far away together, which fixing one of them ends";

    private final Place<E, ?> place;
    private final Optional<Finish<E>> finish;
    private final Touchdown<E> touchdown;
    private final Escape escape;
    private final Consumer<Quadratic> widen;
    private final Journal journal;
    private Certificate certificate = Certificate.FIRST_ORDER;

    /** What the polish of this landing tells, not one of another point. */
    private Definiteness seen = Definiteness.UNKNOWN;

    private long nextLesson;
    private long nextLook;

    /**
     * The end of a run that has not begun.
     *
     * @param widen makes the region around a model large enough to leave a saddle
     */
    Landing(
            Place<E, ?> place,
            Optional<Finish<E>> finish,
            Touchdown<E> touchdown,
            Escape escape,
            Consumer<Quadratic> widen,
            Journal journal) {
        this.place = place;
        this.finish = finish;
        this.touchdown = touchdown;
        this.escape = escape;
        this.widen = widen;
        this.journal = journal;
    }

    /** Polishes the current point; a point that the rule does not accept is not kept. */
    private Optional<Verdict> polish() {
        if (finish.isEmpty()) {
            return Optional.empty();
        }
        E rough = place.point();
        double roughStep = journal.modelStep();
        place.show(finish.get().polish(rough));
        seen = finish.get().definiteness();
        Optional<Verdict> claim =
                journal.judge().filter(verdict -> verdict.status().converged());
        if (claim.isEmpty()) {
            place.show(new Finish.Polished<>(rough, roughStep));
        }
        return claim;
    }

    /**
     * Polishes where the loop came to rest by itself, and looks once more before a claim is made.
     *
     * @return what ends the run; empty if it goes on, out of a saddle
     */
    Optional<Verdict> finished(Verdict reason) {
        boolean rests = reason.status() == Status.CONVERGED
                || reason.status() == Status.ROUNDING_FLOOR
                || reason.status() == Status.SMALL_DECREASE
                || reason.status() == Status.SMALL_STEP;
        seen = Definiteness.UNKNOWN;
        Optional<Verdict> polished = rests ? polish() : Optional.empty();
        if (polished.isPresent()) {
            return certified(polished.get(), Optional.empty());
        }
        if (isRefused(reason)) {
            return certified(reason, Optional.empty()).flatMap(this::doubted);
        }
        Touchdown.Claim claim = touchdown.verify(reason);
        return goesOn(claim)
                ? Optional.empty()
                : certified(claim.verdict(), claim.exact()).map(end -> explained(end, claim));
    }

    /** Where a run came to rest at no minimum, what is known of the reason. */
    private Verdict explained(Verdict end, Touchdown.Claim claim) {
        if (end.status() != Status.ROUNDING_FLOOR || finish.isEmpty()) {
            return end;
        }
        Optional<Verdict> objection;
        try {
            objection = place.objection();
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            objection = Optional.empty();
        }
        return objection
                .or(() -> claim.exact().flatMap(exact -> contradiction(end, exact)))
                .orElse(end);
    }

    private Optional<Verdict> contradiction(Verdict end, Quadratic exact) {
        double known = journal.modelStep();
        place.measure(exact);
        double step = journal.modelStep();
        journal.modelStep(known);
        return step <= SHORT
                ? Optional.empty()
                : Optional.of(new Verdict(end.status(), end.reason() + ", but derivatives here " + wish(step), NEARER));
    }

    private static String wish(double step) {
        return Double.isNaN(step) ? "show no minimum" : "ask for one of " + Text.of(step);
    }

    private boolean isRefused(Verdict reason) {
        boolean nothingLeft = place.mostDecrease() <= Math.ulp(journal.firstValue());
        return reason.status() == Status.CONVERGED
                && finish.isPresent()
                && finish.get().isRefused()
                && !nothingLeft;
    }

    /** A claim that the finish refused holds only if it holds without what the model learned on the way. */
    private Optional<Verdict> doubted(Verdict claim) {
        if (!claim.status().converged()) {
            return Optional.of(claim);
        }
        Touchdown.Claim verified = withoutLearning(claim);
        return goesOn(verified) ? Optional.empty() : Optional.of(verified.verdict());
    }

    private Touchdown.Claim withoutLearning(Verdict reason) {
        double learned = journal.modelStep();
        Optional<Quadratic> exact;
        try {
            exact = place.verification();
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            exact = Optional.empty();
        }
        if (exact.isEmpty()) {
            return new Touchdown.Claim(reason, exact);
        }
        place.measure(exact.get());
        boolean met =
                journal.judge().filter(again -> again.status().converged()).isPresent();
        if (met || journal.modelStep() <= SHORT) {
            return new Touchdown.Claim(reason, exact);
        }
        Verdict doubt = new Verdict(
                Status.ROUNDING_FLOOR,
                "the relative model step is " + Text.of(learned) + ", but derivatives here "
                        + wish(journal.modelStep()),
                NEARER);
        return new Touchdown.Claim(doubt, exact);
    }

    /** What contradicts a claim may be what the model did not know; taught more and more rarely, as it costs. */
    private boolean goesOn(Touchdown.Claim claim) {
        boolean contradicted = claim.verdict().status() == Status.ROUNDING_FLOOR
                && claim.exact().isPresent();
        if (!contradicted
                || journal.iteration() < nextLesson
                || !place.learn(claim.exact().get())) {
            return false;
        }
        nextLesson = 2 * journal.iteration() + 1;
        widen.accept(place.anew());
        return true;
    }

    private Optional<Verdict> certified(Verdict claim, Optional<Quadratic> exact) {
        boolean rests = claim.status() == Status.ROUNDING_FLOOR
                && exact.isPresent()
                && (escape.isUnderway() || journal.iteration() >= nextLesson);
        if (!claim.status().converged() && !rests) {
            return Optional.of(claim);
        }
        double[] direction = new double[place.point().point().length];
        Quadratic around;
        double curvature;
        try {
            Optional<Verdict> objection = place.objection();
            if (objection.isPresent()) {
                return objection;
            }
            around = exact.isPresent() ? exact.get() : place.here();
            curvature = around.smallestCurvature(direction);
            certificate = certificate(around, curvature);
            curvature = Double.isNaN(curvature) ? place.hiddenCurvature(seen, direction) : curvature;
        } catch (StopSignal signal) {
            // The claim stands without being certified further.
            return Optional.of(claim);
        }
        if (!(curvature < 0)) {
            return rests || !(curvature >= 0) || !drops(around) ? Optional.of(claim) : Optional.empty();
        }
        if (journal.limit().isPresent()) {
            return journal.limit();
        }
        if (escape.isUnderway()) {
            return Optional.of(Obstacle.NO_WAY_DOWN.verdict(journal.iteration()));
        }
        if (rests) {
            // More and more rarely, as lessons are: steps that come to rest anywhere would go on for ever.
            nextLesson = 2 * journal.iteration() + 1;
        }
        escape.begin(direction, curvature);
        widen.accept(place.here());
        return Optional.empty();
    }

    /**
     * Looks where second derivatives say nothing, and sets out if the value falls there: along flat directions, and where
     * a long step is left, as near an inflection, along that. More and more rarely, as it costs.
     */
    private boolean drops(Quadratic around) {
        if (journal.iteration() < nextLook || journal.limit().isPresent()) {
            return false;
        }
        try {
            List<double[]> flat = around.flatDirections();
            boolean far = FlatProbe.isFar(
                    around.decrement(),
                    journal.gradientNorm(),
                    Math.max(journal.pointNorm(), journal.firstPointNorm()));
            List<double[]> directions = FlatProbe.among(flat.isEmpty() && far ? around.stepDirection() : flat);
            Optional<FlatProbe.Drop> drop = place.lower(directions);
            drop.ifPresent(escape::begin);
            certificate = certificate.probed(directions.size());
            nextLook = drop.isPresent() ? 2 * journal.iteration() + 1 : nextLook;
            return drop.isPresent();
        } catch (StopSignal signal) {
            // The claim stands without being certified further.
            return false;
        }
    }

    private static Certificate certificate(Quadratic around, double curvature) {
        double gap = around.decrement();
        return new Certificate(
                Double.isNaN(gap) ? OptionalDouble.empty() : OptionalDouble.of(gap),
                Double.isNaN(curvature) ? OptionalDouble.empty() : OptionalDouble.of(curvature),
                around.spectrum());
    }

    /** What is known of the point beyond its gradient, once a claim was made. */
    Certificate certificate() {
        return certificate;
    }

    void exchange(State state) {
        nextLesson = state.integer(nextLesson);
        nextLook = state.integer(nextLook);
        certificate = certificate.exchange(state);
    }
}
