package org.cotangent.optim.stochastic;

import java.util.List;
import java.util.Optional;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/** The loop of Hessian-free optimization. */
final class HessianFreeRun implements Run<Result> {

    /** Armijo's constant, Martens, Sutskever (2012), section 20.8.1. */
    private static final double SUFFICIENT = 1e-2;

    /** A solution with less of what it promised is no better than its earlier iterates, Martens (2010), section 4.1. */
    private static final double BAD = 0.25;

    /** Solves with more damping each, after which no step will fall: damping has grown by 2 to the 465. */
    private static final int ATTEMPTS = 30;

    /** A fall of fewer last bits is rounding. */
    private static final double LAST_BITS = 8;

    private static final String SCALED = "if inputs are far from size 1, scale them";

    private final Identity identity;
    private final Objective<?> objective;
    private final DifferentiableFunction mean;
    private final HessianFreeStep steps;
    private final Journal journal;
    private FunctionEvaluation current;
    private boolean begun;
    private Optional<Verdict> verdict = Optional.empty();

    HessianFreeRun(
            Identity identity,
            Objective<?> objective,
            HessianFreeStep steps,
            Settings settings,
            Meter meter,
            double[] start) {
        this.identity = identity;
        this.objective = objective;
        this.steps = steps;
        mean = objective.mean();
        current = new FunctionEvaluation(mean);
        System.arraycopy(start, 0, current.overwrite(), 0, start.length);
        journal = new Journal(settings, meter, current);
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
        verdict = journal.step(() -> begun ? advance() : begin()).map(this::advised);
        journal.stepped(this);
    }

    /** The same with advice for those who train. */
    private Verdict advised(Verdict reason) {
        if (reason.status() == Status.ITERATION_LIMIT) {
            return new Verdict(
                    reason.status(), reason.reason(), "raise maxIterations or loosen the tolerance; " + SCALED);
        }
        return journal.iteration() == 0 ? StartAdvice.on(reason, objective, current) : reason;
    }

    private Optional<Verdict> begin() {
        begun = true;
        return journal.begin().or(journal::judge).or(journal::limit);
    }

    private Optional<Verdict> advance() {
        double promised = 0;
        boolean isSeen = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<DampedSolve.Kept> kept = steps.solve(current);
            DampedSolve.Kept last = kept.get(kept.size() - 1);
            promised = Math.max(promised, -last.model());
            FunctionEvaluation whole = at(last.step());
            // As a rule this is the next point, which needs its gradient.
            whole.gradient();
            double gain = promised <= resolution() ? 1 : (whole.value() - current.value()) / last.model();
            FunctionEvaluation next = gain >= BAD ? whole : lowest(kept, whole);
            if (isLower(next)) {
                journal.advance(next, Vectors.distance(current.point(), next.point()));
                current = next;
                steps.learn(last.step(), gain);
                return journal.announce();
            }
            isSeen |= whole.value() != current.value();
            steps.retreat();
            // The second attempt begins without a first guess, which may have misled the first one; without any step
            // the matrix curves down, which more damping ends.
            if (attempt > 0 && promised <= resolution() && Vectors.largest(last.step()) > 0) {
                return Optional.of(atFloor(promised, resolution()));
            }
        }
        return Optional.of(isSeen || promised == 0 ? failure(promised) : unseen(promised));
    }

    /** Section 4.6: an earlier iterate, as long as the loss is lower there. */
    private FunctionEvaluation lowest(List<DampedSolve.Kept> kept, FunctionEvaluation whole) {
        FunctionEvaluation lowest = whole;
        for (int k = kept.size() - 2; k >= 0; k--) {
            FunctionEvaluation earlier = at(kept.get(k).step());
            if (!(earlier.value() < lowest.value()) && Double.isFinite(lowest.value())) {
                break;
            }
            lowest = earlier;
        }
        return lowest;
    }

    private FunctionEvaluation at(double[] step) {
        FunctionEvaluation evaluation = new FunctionEvaluation(mean);
        Vectors.sum(current.point(), 1, step, evaluation.overwrite());
        return evaluation;
    }

    /** Sufficiently lower, or where differences are rounding as low with a smaller gradient. */
    private boolean isLower(FunctionEvaluation next) {
        double slope = 0;
        for (int i = 0; i < next.point().length; i++) {
            slope += current.gradient()[i] * (next.point()[i] - current.point()[i]);
        }
        double fall = current.value() - next.value();
        boolean isLower = slope < 0 && fall > 0 && fall >= -SUFFICIENT * slope;
        boolean isLevel = Math.abs(fall) <= resolution() && Math.abs(slope) <= resolution();
        return (isLower || isLevel && Vectors.norm(next.gradient()) < Vectors.norm(current.gradient()))
                && Vectors.isFinite(next.gradient());
    }

    private double resolution() {
        return LAST_BITS * Math.ulp(current.value());
    }

    private static Verdict atFloor(double promised, double rounding) {
        return new Verdict(
                Status.ROUNDING_FLOOR,
                "the step promises a fall of " + Text.of(promised) + ", of which " + Text.of(rounding)
                        + " is rounding");
    }

    /** Losses that are differences of large numbers end so. */
    private static Verdict unseen(double promised) {
        return new Verdict(
                Status.ROUNDING_FLOOR,
                "the step promises a fall of " + Text.of(promised)
                        + ", along which the value does not change in any bit",
                "if the gradient is small, the point is as good as double precision shows: loosen the tolerance; if it"
                        + " is not, check the derivatives");
    }

    private Verdict failure(double promised) {
        double rounding = LAST_BITS * LastBits.change(mean, current.point(), current.value());
        if (promised > 0 && promised <= rounding) {
            return atFloor(promised, rounding);
        }
        String found = promised > 0
                ? "no fall along the step, which promises one of " + Text.of(promised)
                : "no step, as the curvature along the gradient is negative or not finite";
        return new Verdict(
                Status.LINE_SEARCH_FAILED,
                found + ", in " + ATTEMPTS + " attempts with more and more damping",
                Status.LINE_SEARCH_FAILED.advice() + "; " + SCALED);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public void reopen() {
        journal.requireSameFunction(() -> new FunctionEvaluation(mean));
        verdict = verdict.filter(journal::stillEnds);
    }

    @Override
    public void exchange(State state) {
        begun = state.flag(begun);
        state.part("current point", current);
        verdict = Verdict.exchange(state, verdict);
        state.part("objective", objective);
        state.part("steps", steps);
        state.part("journal", journal);
        journal.resume(current);
    }

    @Override
    public Result result() {
        return journal.result(verdict.orElseThrow(journal::unfinished), Certificate.FIRST_ORDER);
    }
}
