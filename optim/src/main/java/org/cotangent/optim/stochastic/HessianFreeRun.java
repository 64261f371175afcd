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

    /** Armijo's constant and the factor of the search, Martens (2010), section 4.6 and Martens, Sutskever (2012), section 20.8.1. */
    private static final double SUFFICIENT = 1e-2;

    private static final double SHORTENING = 0.8;
    private static final int SHORTENINGS = 60;

    /** A fall of fewer last bits is rounding. */
    private static final double LAST_BITS = 8;

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
        verdict = journal.step(() -> begun ? advance() : begin());
        journal.stepped(this);
    }

    private Optional<Verdict> begin() {
        begun = true;
        return journal.begin().or(journal::judge).or(journal::limit);
    }

    private Optional<Verdict> advance() {
        while (true) {
            List<DampedSolve.Kept> kept = steps.solve(current);
            DampedSolve.Kept last = kept.get(kept.size() - 1);
            FunctionEvaluation trial = at(1, last.step());
            DampedSolve.Kept chosen = last;
            // Section 4.6: earlier iterates, as long as the loss is lower there.
            for (int k = kept.size() - 2; k >= 0; k--) {
                FunctionEvaluation earlier = at(1, kept.get(k).step());
                if (!(earlier.value() < trial.value()) && Double.isFinite(trial.value())) {
                    break;
                }
                trial = earlier;
                chosen = kept.get(k);
            }
            double ratio = (trial.value() - current.value()) / chosen.model();
            double slope = Vectors.dot(current.gradient(), chosen.step());
            Optional<FunctionEvaluation> next = search(trial, chosen.step(), slope);
            if (next.isPresent()) {
                double length = Vectors.distance(current.point(), next.get().point());
                journal.advance(next.get(), length);
                current = next.get();
                steps.learn(last.step(), ratio);
                return journal.announce();
            }
            if (!steps.retreat()) {
                return Optional.of(failure(slope));
            }
        }
    }

    private FunctionEvaluation at(double part, double[] step) {
        FunctionEvaluation evaluation = new FunctionEvaluation(mean);
        Vectors.sum(current.point(), part, step, evaluation.overwrite());
        return evaluation;
    }

    private Optional<FunctionEvaluation> search(FunctionEvaluation whole, double[] step, double slope) {
        if (!(slope < 0)) {
            return Optional.empty();
        }
        FunctionEvaluation trial = whole;
        double part = 1;
        for (int k = 0; k < SHORTENINGS; k++) {
            if (trial.value() <= current.value() + SUFFICIENT * part * slope && trial.value() < current.value()) {
                return Vectors.isFinite(trial.gradient()) ? Optional.of(trial) : Optional.empty();
            }
            part *= SHORTENING;
            trial = at(part, step);
        }
        return Optional.empty();
    }

    private Verdict failure(double slope) {
        double resolution = LAST_BITS * Math.ulp(current.value());
        if (Math.abs(slope) <= resolution) {
            return new Verdict(
                    Status.ROUNDING_FLOOR,
                    "the step promises a fall of " + Text.of(Math.abs(slope)) + ", of which " + Text.of(resolution)
                            + " is rounding");
        }
        return new Verdict(
                Status.LINE_SEARCH_FAILED,
                "no fall along the step, whose slope is " + Text.of(slope) + ", expected one for short steps");
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
