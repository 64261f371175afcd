package org.cotangent.optim.run;

import java.util.Objects;
import java.util.Optional;

/**
 * When a run ends. Rules have no memory: everything they may ask is in the {@link Iterate}, so a
 * rule can be shared between threads and asked again about the returned point.
 */
@FunctionalInterface
public interface StoppingRule {

    /**
     * Judges an accepted point.
     *
     * @param iterate the point, valid during the call only
     * @return empty to go on
     */
    Optional<Verdict> check(Iterate iterate);

    /** Stops when either rule does; where both do, a claim of convergence is preferred. */
    default StoppingRule or(StoppingRule other) {
        Objects.requireNonNull(other, "other is null, expected a stopping rule");
        return iterate -> {
            Optional<Verdict> first = check(iterate);
            if (first.isPresent() && first.get().status().converged()) {
                return first;
            }
            Optional<Verdict> second = other.check(iterate);
            if (first.isEmpty()) {
                return second;
            }
            return second.filter(verdict -> verdict.status().converged()).or(() -> first);
        };
    }

    /** Stops when both rules do; converged if one of them claims it. */
    default StoppingRule and(StoppingRule other) {
        Objects.requireNonNull(other, "other is null, expected a stopping rule");
        return iterate -> {
            Optional<Verdict> first = check(iterate);
            if (first.isEmpty()) {
                return first;
            }
            return other.check(iterate).map(second -> both(first.get(), second));
        };
    }

    private static Verdict both(Verdict first, Verdict second) {
        Status status = second.status().converged() ? second.status() : first.status();
        return new Verdict(status, first.reason() + " and " + second.reason());
    }
}
