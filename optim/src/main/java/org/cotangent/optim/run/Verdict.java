package org.cotangent.optim.run;

import java.util.Objects;

/**
 * The decision to stop.
 *
 * @param status why
 * @param reason the measurement and the limit it was compared with, {@code gradient norm 8.3e-9 <= 1e-8}
 */
public record Verdict(Status status, String reason) {

    public Verdict {
        Objects.requireNonNull(status, "status is null, expected why the run stops");
        Objects.requireNonNull(reason, "reason is null, expected the measurement and its limit");
    }
}
