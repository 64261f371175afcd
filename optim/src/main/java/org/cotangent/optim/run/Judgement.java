package org.cotangent.optim.run;

import java.util.Optional;

/** Whether a run ends at an iterate, by the caller's settings. */
record Judgement(Settings settings, Meter meter) {

    /** What the stopping rule says. */
    Optional<Verdict> byRule(Iterate iterate) {
        return settings.rule().check(iterate);
    }

    /** Tells the observer of an accepted step and asks the rule, the observer and the budget. */
    Optional<Verdict> announce(Iterate iterate) {
        Observer.Decision decision = settings.observer().accepted(iterate);
        Optional<Verdict> verdict = byRule(iterate);
        if (verdict.isPresent()) {
            return verdict;
        }
        if (decision == Observer.Decision.STOP) {
            return Optional.of(new Verdict(
                    Status.STOPPED_BY_OBSERVER, "the observer asked to stop at iteration " + iterate.iteration()));
        }
        return limit(iterate);
    }

    /** A verdict if no further step is allowed. */
    Optional<Verdict> limit(Iterate iterate) {
        return iterate.iteration() < settings.budget().iterations()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Status.ITERATION_LIMIT,
                        Text.count(iterate.iteration(), "iteration") + " done, all that are allowed"));
    }

    /** Whether a run that ended so, before it was saved, has still ended under the present settings. */
    boolean stands(Verdict verdict, Iterate iterate) {
        return switch (verdict.status()) {
            case CONVERGED, RUNS_AWAY, SMALL_STEP, SMALL_DECREASE, STOPPED_BY_RULE ->
                byRule(iterate).isPresent();
            case ITERATION_LIMIT -> limit(iterate).isPresent();
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
}
