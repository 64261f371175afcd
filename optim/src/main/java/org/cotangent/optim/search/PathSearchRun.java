package org.cotangent.optim.search;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Experience;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;
import org.cotangent.optim.trust.Finish;

/** The path-search loop. */
final class PathSearchRun implements Run<Result> {

    /** Where a search came to rest by itself, so that there may be digits left to win. */
    private static final Set<Status> REST =
            EnumSet.of(Status.CONVERGED, Status.ROUNDING_FLOOR, Status.SMALL_DECREASE, Status.SMALL_STEP);

    private final Identity identity;
    private final DifferentiableFunction function;
    private final Direction.Memory memory;
    private final StepRule stepRule;
    private final Optional<Finish<FunctionEvaluation>> finish;
    private final StepRule curvatureRule = new ExpandingArmijo();
    private final Journal journal;
    private final Heading heading;
    private final Ray ray;
    private final Stagnation stagnation = new Stagnation();
    private Evaluation current;
    private Evaluation best;
    private double bestGradientNorm;
    private Certificate certificate = Certificate.FIRST_ORDER;
    private boolean begun;
    private Optional<Verdict> verdict = Optional.empty();

    PathSearchRun(
            Identity identity,
            DifferentiableFunction function,
            Direction.Memory memory,
            StepRule stepRule,
            Optional<Finish<FunctionEvaluation>> finish,
            Settings settings,
            Meter meter,
            double[] start) {
        this.identity = identity;
        this.function = function;
        this.memory = memory;
        this.stepRule = stepRule;
        this.finish = finish;
        FunctionEvaluation first = new FunctionEvaluation(function);
        System.arraycopy(start, 0, first.overwrite(), 0, start.length);
        current = first;
        best = first;
        journal = new Journal(settings, meter, first, new NearbyCurvature(function));
        heading = new Heading(start.length);
        ray = new Ray(function, heading, first);
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
        journal.step(() -> (begun ? advance() : begin()).map(this::polished).flatMap(this::certified))
                .ifPresent(this::end);
        journal.stepped(this);
    }

    private Optional<Verdict> begin() {
        begun = true;
        Optional<Verdict> unusable = journal.begin();
        bestGradientNorm = journal.gradientNorm();
        return unusable.or(journal::judge).or(journal::limit);
    }

    private Optional<Verdict> advance() {
        StepRule.Outcome outcome = search();
        while (outcome instanceof StepRule.Failed && !ray.fellForEver() && memory.forget()) {
            outcome = search();
        }
        if (outcome instanceof StepRule.Accepted accepted) {
            return accept(accepted);
        }
        if (ray.fellForEver()) {
            return Optional.of(new Verdict(Status.UNBOUNDED, "the value reached minus infinity"));
        }
        StepRule.Failed failed = (StepRule.Failed) outcome;
        Diagnosis diagnosis = new Kink(ray, heading).refine(failed.diagnosis(), journal.isSteep());
        return Optional.of(diagnosis.verdict(ray.slope(), journal.iteration()));
    }

    private StepRule.Outcome search() {
        memory.choose(current, heading);
        return searchHeading();
    }

    private StepRule.Outcome searchHeading() {
        ray.aim(current);
        StepRule rule = heading.fallsAway() ? curvatureRule : stepRule;
        StepRule.Outcome outcome =
                unusableSlope().<StepRule.Outcome>map(StepRule.Failed::new).orElseGet(() -> rule.search(ray, heading));
        ray.settle(outcome);
        return outcome;
    }

    /** What forbids a search before its first trial. */
    private Optional<Diagnosis> unusableSlope() {
        if (!Double.isFinite(ray.slope())) {
            return Optional.of(Diagnosis.OVERFLOW);
        }
        double gradient = Vectors.largest(current.gradient());
        double vector = Vectors.largest(heading.vector());
        if (ray.slope() == 0 && gradient * vector == 0 && gradient > 0 && vector > 0) {
            return Optional.of(Diagnosis.UNDERFLOW);
        }
        return heading.fallsAway() || ray.slope() < 0 ? Optional.empty() : Optional.of(Diagnosis.NOT_DESCENT);
    }

    private Optional<Verdict> accept(StepRule.Accepted accepted) {
        Evaluation previous = current;
        current = accepted.evaluation();
        double step = Vectors.distance(previous.point(), current.point());
        Evaluation retiredBest = best;
        journal.advance(current, step);
        memory.learn(previous, current);
        keepBest();
        if (previous != best) {
            ray.recycle(previous);
        }
        if (retiredBest != previous && retiredBest != best) {
            ray.recycle(retiredBest);
        }
        return journal.announce()
                .or(() -> journal.creeping(() -> new Jump(function).isBetween(previous, current)))
                .or(() -> hopeless(accepted));
    }

    /** Of two values that differ by rounding alone, the one with the smaller gradient is better. */
    private void keepBest() {
        double fall = best.value() - current.value();
        boolean level = Math.abs(fall) <= Stagnation.LEVEL * Math.abs(current.value());
        if (level ? journal.gradientNorm() <= bestGradientNorm : fall > 0) {
            best = current;
            bestGradientNorm = journal.gradientNorm();
        }
    }

    private Optional<Verdict> hopeless(StepRule.Accepted accepted) {
        if (ray.fellForEver() || accepted.step() >= ray.longest()) {
            return Optional.of(new Verdict(
                    Status.UNBOUNDED, "the value is " + Text.of(journal.value()) + " and falls as far as steps go"));
        }
        return stagnation.check(journal, -ray.slope() * accepted.step()).map(journal::atFloor);
    }

    /** Polishes where the search came to rest; a point that the rule does not accept is not kept. */
    private Verdict polished(Verdict reason) {
        Evaluation rough = current;
        Evaluation start = reason.status().converged() ? current : best;
        if (finish.isEmpty() || !REST.contains(reason.status()) || !(start instanceof FunctionEvaluation begin)) {
            return reason;
        }
        Finish.Polished<FunctionEvaluation> end = finish.get().polish(begin);
        show(end.point(), end.stepLeft());
        Optional<Verdict> claim =
                journal.judge().filter(verdict -> verdict.status().converged());
        if (claim.isEmpty()) {
            show(rough, Double.NaN);
        }
        return claim.orElse(reason);
    }

    private void show(Evaluation point, double stepLeft) {
        current = point;
        journal.revise(point);
        journal.modelStep(stepLeft);
    }

    /** Second-order methods look once more before a claim is made; a saddle is left, not returned. */
    private Optional<Verdict> certified(Verdict claim) {
        if (!claim.status().converged()) {
            return Optional.of(claim);
        }
        try {
            certificate = memory.certify(current, heading);
        } catch (StopSignal signal) {
            // The claim stands without being certified further.
            return Optional.of(claim);
        }
        boolean saddle = certificate.curvature().orElse(0) < 0;
        if (!saddle || journal.limit().isPresent()) {
            return Optional.of(claim);
        }
        StepRule.Outcome outcome = searchHeading();
        if (outcome instanceof StepRule.Accepted accepted) {
            return accept(accepted).map(this::polished).flatMap(this::certified);
        }
        return Optional.of(claim);
    }

    private void end(Verdict reason) {
        if (!reason.status().converged()) {
            certificate = Certificate.FIRST_ORDER;
        }
        verdict = Optional.of(reason);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Experience experience() {
        return memory.outlivesRun() ? Experience.of(identity, memory) : Experience.none(identity);
    }

    @Override
    public void reopen() {
        journal.requireSameFunction(() -> new FunctionEvaluation(function));
        verdict = verdict.filter(journal::stillEnds);
    }

    @Override
    public void exchange(State state) {
        begun = state.flag(begun);
        boolean bestIsPast = state.flag(best != current);
        state.part("current point", current);
        if (!bestIsPast) {
            best = current;
        } else if (best == current) {
            best = new FunctionEvaluation(function);
        }
        if (bestIsPast) {
            state.part("best point", best);
        }
        bestGradientNorm = state.number(bestGradientNorm);
        certificate = certificate.exchange(state);
        verdict = Verdict.exchange(state, verdict);
        state.part("ray", ray);
        state.part("stagnation", stagnation);
        state.part("direction", memory);
        state.part("journal", journal);
        journal.resume(current);
    }

    @Override
    public Result result() {
        Verdict reason = verdict.orElseThrow(journal::unfinished);
        return journal.result(reason.status().converged() ? current : best, reason, certificate);
    }
}
