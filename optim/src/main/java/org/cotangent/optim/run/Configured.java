package org.cotangent.optim.run;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The withers that every method has. Each returns a changed copy; the receiver stays as it is.
 *
 * @param <M> the method itself
 */
public interface Configured<M> {

    /** What is set now. */
    Settings settings();

    /** A copy with other settings. */
    M with(Settings settings);

    /** A copy that stops by another rule. */
    default M stopWhen(StoppingRule rule) {
        return with(settings().withRule(rule));
    }

    /** A copy with another budget. */
    default M budget(Budget budget) {
        return with(settings().withBudget(budget));
    }

    /** A copy that takes at most this many steps. */
    default M maxIterations(long limit) {
        return budget(settings().budget().withIterations(limit));
    }

    /** A copy that calls the function at most this often. */
    default M maxEvaluations(long limit) {
        return budget(settings().budget().withEvaluations(limit));
    }

    /** A copy that is watched. */
    default M observer(Observer observer) {
        return with(settings().withObserver(observer));
    }

    /** A copy that stops before the next evaluation once the supplier says true. */
    default M cancelWhen(BooleanSupplier cancelled) {
        return with(settings().withCancelled(cancelled));
    }

    /** A copy that stops before the first evaluation that would begin after this time. */
    default M maxTime(Duration limit) {
        return budget(settings().budget().withTime(limit));
    }

    /** A copy that reads the time elsewhere, in nanoseconds from any origin; for tests. */
    default M clock(LongSupplier nanoseconds) {
        return with(settings().withClock(nanoseconds));
    }

    /** A copy that names its problem: saved runs are resumed under the same name only. */
    default M problem(String name) {
        return with(settings().withProblem(name));
    }
}
