package org.cotangent.optim.search;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Contradiction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Experience;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.GradientJump;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.SlopeCheck;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;
import org.cotangent.optim.trust.Finish;
import org.cotangent.optim.trust.Outlook;

/** The path-search loop. */
final class PathSearchRun implements Run<Result> {

    private final Identity identity;
    private final DifferentiableFunction function;
    private final Direction.Memory memory;
    private final Function<Heading, StepRule.Outcome> rule;
    private final Function<Heading, StepRule.Outcome> curvatureRule;
    private final Journal journal;
    private final Heading heading;
    private final Ray ray;
    private final Stagnation stagnation = new Stagnation();
    private final Standing standing;
    private final Arrival arrival;
    private final Watchdog watchdog;
    private final Certification certification;
    /** What a step asks of others, made once, so that a step makes nothing. */
    private final Supplier<Optional<Verdict>> body = this::beginOrAdvance;

    private final BooleanSupplier jumps = this::jumped;
    private Evaluation left;
    private boolean begun;
    private boolean contradicted;
    private Optional<Verdict> verdict = Optional.empty();

    PathSearchRun(
            Identity identity,
            DifferentiableFunction function,
            Direction.Memory memory,
            StepRule stepRule,
            Optional<Finish<FunctionEvaluation>> finish,
            Outlook.Look look,
            VariableSizes sizes,
            Settings settings,
            Meter meter,
            double[] start) {
        this.identity = identity;
        this.function = function;
        this.memory = memory;
        FunctionEvaluation first = blank();
        left = first;
        System.arraycopy(start, 0, first.overwrite(), 0, start.length);
        standing = new Standing(first, this::blank);
        journal = new Journal(settings, meter, first, function::value, new NearbyCurvature(function, memory, look));
        arrival = new Arrival(standing, journal, finish, look);
        watchdog = new Watchdog(memory, start.length, sizes, this::blank, meter::evaluations);
        heading = new Heading(start.length);
        certification = new Certification(memory, look, standing, journal, heading);
        ray = new Ray(function, heading, first);
        rule = stepRule.along(ray);
        curvatureRule = new ExpandingArmijo().along(ray);
    }

    private FunctionEvaluation blank() {
        return new FunctionEvaluation(function);
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
        Optional<Verdict> reason = journal.step(body);
        if (reason.isPresent()) {
            end(reason.get());
        }
        journal.stepped(this);
    }

    private Optional<Verdict> beginOrAdvance() {
        Optional<Verdict> reason = begun ? advance() : begin();
        return reason.isPresent() ? certified(explained(arrival.judge(reason.get()))) : reason;
    }

    private Optional<Verdict> begin() {
        begun = true;
        Optional<Verdict> unusable = journal.begin();
        standing.begin(journal.gradientNorm());
        watchdog.begin(standing.current());
        return unusable.or(journal::judge).or(journal::limit);
    }

    private Optional<Verdict> advance() {
        Optional<FunctionEvaluation> lower = watchdog.excursion(standing.current());
        return lower.isPresent() ? accept(lower.get()) : searchOn();
    }

    private Optional<Verdict> searchOn() {
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
        Diagnosis diagnosis = new Kink(ray, heading, this::blank).refine(failed.diagnosis(), journal.isSteep());
        contradicted = diagnosis == Diagnosis.INCONSISTENT_GRADIENT;
        return Optional.of(diagnosis.verdict(ray.slope(), journal.iteration()));
    }

    /** Tells a wrong gradient from rounding, where nothing better is known of the point. */
    private Verdict explained(Verdict reason) {
        boolean refused = contradicted && reason.status() == Status.LINE_SEARCH_FAILED;
        boolean doubtful = reason.status() == Status.ROUNDING_FLOOR && journal.isSteep();
        if (!refused && !doubtful) {
            return reason;
        }
        SlopeCheck check = slopeCheck();
        Contradiction found = Contradiction.of(check);
        boolean better = found != Contradiction.ROUNDING && found != Contradiction.OPEN;
        return refused || better ? found.verdict(check, journal.iteration()) : reason;
    }

    private SlopeCheck slopeCheck() {
        Evaluation at = standing.current();
        double slope = heading.slope(at.gradient());
        try {
            return SlopeCheck.along(function::value, at.point(), heading.vector(), slope);
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            return SlopeCheck.unmeasured(slope);
        }
    }

    private StepRule.Outcome search() {
        memory.choose(standing.current(), heading);
        return searchHeading();
    }

    private StepRule.Outcome searchHeading() {
        ray.aim(standing.current());
        Optional<Diagnosis> unusable = unusableSlope();
        StepRule.Outcome outcome = unusable.isPresent()
                ? new StepRule.Failed(unusable.get())
                : (heading.fallsAway() ? curvatureRule : rule).apply(heading);
        ray.settle(outcome);
        return outcome;
    }

    /** What forbids a search before its first trial. */
    private Optional<Diagnosis> unusableSlope() {
        if (!Double.isFinite(ray.slope())) {
            return Optional.of(Diagnosis.OVERFLOW);
        }
        double gradient = Vectors.largest(standing.current().gradient());
        double vector = Vectors.largest(heading.vector());
        if (ray.slope() == 0 && gradient * vector == 0 && gradient > 0 && vector > 0) {
            return Optional.of(Diagnosis.UNDERFLOW);
        }
        if (heading.fallsAway() || ray.slope() < 0) {
            return Optional.empty();
        }
        return Optional.of(gradient == 0 ? Diagnosis.STATIONARY : Diagnosis.NOT_DESCENT);
    }

    private Optional<Verdict> accept(StepRule.Accepted accepted) {
        watchdog.searched(accepted.evaluation());
        Optional<Verdict> told = go(accepted.evaluation());
        return told.isPresent() ? told : hopeless(accepted);
    }

    /** Goes where an excursion led; its steps promised nothing but what they kept. */
    private Optional<Verdict> accept(Evaluation lower) {
        double fall = standing.current().value() - lower.value();
        return go(lower).or(() -> stagnated(fall).map(floor -> journal.atFloor(floor, jumps)));
    }

    private Optional<Verdict> go(Evaluation current) {
        Evaluation previous = standing.current();
        double step = Vectors.distance(previous.point(), current.point());
        Evaluation retiredBest = standing.best();
        standing.advance(current);
        journal.advance(current, step);
        memory.learn(previous, current);
        standing.keepBest(journal.gradientNorm());
        if (previous != standing.best()) {
            ray.recycle(previous);
        }
        if (retiredBest != previous && retiredBest != standing.best()) {
            ray.recycle(retiredBest);
        }
        left = previous;
        Optional<Verdict> told = journal.announce();
        return told.isPresent() ? told : journal.creeping(jumps);
    }

    private Optional<Verdict> stagnated(double promise) {
        return stagnation.check(
                journal, promise, left.point(), standing.current().point());
    }

    /** Whether the gradient jumps within the last step. Own buffers: those of the point left may be in use for a trial. */
    private boolean jumped() {
        double[] step = new double[left.point().length];
        Vectors.sum(standing.current().point(), -1, left.point(), step);
        return GradientJump.isBetween(blank(), left.point(), step);
    }

    private Optional<Verdict> hopeless(StepRule.Accepted accepted) {
        if (ray.fellForEver() || accepted.step() >= ray.longest()) {
            return Optional.of(journal.farAway());
        }
        Optional<Verdict> floor = stagnated(-ray.slope() * accepted.step());
        return floor.isPresent() ? Optional.of(journal.atFloor(floor.get(), jumps)) : floor;
    }

    /** Second-order methods look once more before a claim is made; a saddle is left, not returned. */
    private Optional<Verdict> certified(Verdict claim) {
        Optional<Verdict> told = Optional.of(claim);
        while (told.filter(this::isNoMinimum).isPresent()) {
            told = journal.limit().or(this::leave);
        }
        return told;
    }

    private boolean isNoMinimum(Verdict claim) {
        return claim.status().converged() && certification.leadsOn(arrival.certificate());
    }

    /** Goes on along the heading, which leads out of a saddle. */
    private Optional<Verdict> leave() {
        if (searchHeading() instanceof StepRule.Accepted accepted) {
            return accept(accepted).map(arrival::judge);
        }
        return Optional.of(Diagnosis.NO_WAY_DOWN.verdict(ray.slope(), journal.iteration()));
    }

    private void end(Verdict reason) {
        if (!reason.status().converged()) {
            certification.withdraw();
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
        journal.requireSameFunction(this::blank);
        verdict = verdict.filter(journal::stillEnds);
    }

    @Override
    public void exchange(State state) {
        begun = state.flag(begun);
        standing.exchange(state);
        verdict = Verdict.exchange(state, verdict);
        state.part("ray", ray);
        state.part("stagnation", stagnation);
        state.part("direction", memory);
        state.part("watchdog", watchdog);
        state.part("certification", certification);
        state.part("journal", journal);
        journal.resume(standing.current());
    }

    @Override
    public Result result() {
        Verdict reason = verdict.orElseThrow(journal::unfinished);
        Evaluation shown = reason.status().converged() ? standing.current() : standing.best();
        return journal.result(shown, reason, certification.certificate());
    }
}
