package org.cotangent.optim.stochastic;

import java.util.Optional;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/** The stochastic loop: updates, and every so many of them a measurement over all examples. */
final class TrainingRun implements Run<TrainingResult> {

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final Identity identity;
    private final Objective<?> objective;
    private final DifferentiableFunction mean;
    private final Descent descent;
    private final long period;
    private final Journal journal;
    private final Epochs epochs = new Epochs();
    private FunctionEvaluation current;
    private FunctionEvaluation best;
    private long sinceMeasured;
    private boolean begun;
    private Optional<Verdict> verdict = Optional.empty();

    TrainingRun(
            Identity identity, Objective<?> objective, Descent descent, long period, Settings settings, Meter meter) {
        this.identity = identity;
        this.objective = objective;
        this.descent = descent;
        this.period = period;
        mean = objective.measured();
        current = new FunctionEvaluation(mean);
        descent.show(current.overwrite());
        best = current;
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
        return switch (reason.status()) {
            case ITERATION_LIMIT, EVALUATION_LIMIT, TIME_LIMIT ->
                new Verdict(reason.status(), reason.reason(), limitAdvice());
            case DIVERGED -> objective.outside().isEmpty() ? reason : outside(reason);
            default -> descent.updates() == 0 ? StartAdvice.on(reason, objective, current) : reason;
        };
    }

    private Verdict outside(Verdict reason) {
        return new Verdict(
                reason.status(), reason.reason() + "; the function has no value there: " + objective.outside());
    }

    private String limitAdvice() {
        boolean isNoneBetter = descent.updates() > 0 && best.value() == journal.firstValue();
        return isNoneBetter
                ? "no point measured was better than the start: lower the rate, or take larger batches"
                : "if the loss still falls, allow more epochs; if it only scatters, let the rate fall by a schedule";
    }

    private Optional<Verdict> begin() {
        begun = true;
        Optional<Verdict> unusable = journal.begin();
        record();
        return unusable.or(journal::judge).or(journal::limit);
    }

    private Optional<Verdict> advance() {
        while (sinceMeasured < period) {
            objective.beginUpdate();
            Optional<Verdict> end = descent.step();
            if (end.isPresent()) {
                return end;
            }
            sinceMeasured++;
        }
        FunctionEvaluation next = new FunctionEvaluation(mean);
        descent.show(next.overwrite());
        double gradientNorm = Vectors.norm(next.gradient());
        if (!Double.isFinite(next.value()) || !Double.isFinite(gradientNorm)) {
            return Optional.of(new Verdict(
                    Status.DIVERGED,
                    "after " + Text.count(descent.updates(), "update") + " the value over all examples is "
                            + next.value() + " and the gradient norm " + gradientNorm + ", expected finite numbers"));
        }
        sinceMeasured = 0;
        double step = Vectors.distance(current.point(), next.point());
        journal.advance(next, step);
        current = next;
        best = next.value() <= best.value() ? next : best;
        record();
        return journal.announce();
    }

    private void record() {
        epochs.add(new TrainingHistory.Row(
                descent.updates(),
                passes(),
                journal.elapsed().toNanos() / NANOSECONDS_PER_SECOND,
                journal.value(),
                journal.gradientNorm(),
                descent.meanLoss(),
                descent.rate()));
    }

    private double passes() {
        return (double) objective.visited() / objective.size();
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public void reopen() {
        journal.requireSameFunction(() -> new FunctionEvaluation(objective.mean()));
        verdict = verdict.filter(journal::stillEnds);
    }

    @Override
    public void exchange(State state) {
        begun = state.flag(begun);
        boolean bestIsPast = state.flag(best != current);
        state.part("current point", current);
        if (bestIsPast && best == current) {
            best = new FunctionEvaluation(mean);
        }
        if (bestIsPast) {
            state.part("best point", best);
        } else {
            best = current;
        }
        sinceMeasured = state.integer(sinceMeasured);
        verdict = Verdict.exchange(state, verdict);
        state.part("objective", objective);
        state.part("descent", descent);
        state.part("epochs", epochs);
        state.part("journal", journal);
        journal.resume(current);
    }

    @Override
    public TrainingResult result() {
        Verdict reason = verdict.orElseThrow(journal::unfinished);
        FunctionEvaluation shown = reason.status().converged() ? current : best;
        double[] last = new double[objective.dimension()];
        descent.show(last);
        return new TrainingResult(
                journal.result(shown, reason, Certificate.FIRST_ORDER),
                epochs.history(),
                last,
                descent.updates(),
                descent.skipped(),
                passes());
    }
}
