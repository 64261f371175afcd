package org.cotangent.optim.run;

import java.util.Objects;
import java.util.Optional;

/**
 * The decision to stop.
 *
 * @param status why
 * @param reason the measurement and the limit it was compared with, {@code gradient norm 8.3e-9 <= 1e-8}
 * @param advice what to do next, empty only where the run converged
 */
public record Verdict(Status status, String reason, String advice) {

    /** A verdict with the advice that its status always gives. */
    public Verdict(Status status, String reason) {
        this(status, reason, status.advice());
    }

    /** A verdict that may not have been given yet: this one when saved, the saved one when resumed. */
    public static Optional<Verdict> exchange(State state, Optional<Verdict> verdict) {
        if (!state.flag(verdict.isPresent())) {
            return Optional.empty();
        }
        Status status = state.choice(verdict.map(Verdict::status).orElse(Status.CONVERGED));
        String reason = state.text(verdict.map(Verdict::reason).orElse(""));
        String advice = state.text(verdict.map(Verdict::advice).orElse(""));
        return Optional.of(new Verdict(status, reason, advice));
    }

    public Verdict {
        Objects.requireNonNull(status, "status is null, expected why the run stops");
        Objects.requireNonNull(reason, "reason is null, expected the measurement and its limit");
        Objects.requireNonNull(advice, "advice is null, expected what to do next");
    }
}
