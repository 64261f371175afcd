package org.cotangent.optim.observe;

import java.time.Duration;
import java.util.Objects;
import org.cotangent.optim.run.Iterate;

/** Tells when enough time of a run has passed since the last time it said so; begins anew with each run. */
final class Interval {

    private final Duration length;
    private Duration last = Duration.ZERO;

    /**
     * @param length positive
     */
    Interval(Duration length) {
        Objects.requireNonNull(length, "interval is null, expected a duration such as Duration.ofSeconds(5)");
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException(
                    "interval is " + length + ", expected a positive duration such as Duration.ofSeconds(5)");
        }
        this.length = length;
    }

    boolean isOver(Iterate iterate) {
        Duration now = iterate.elapsed();
        if (iterate.iteration() == 0 || now.compareTo(last) < 0) {
            last = Duration.ZERO;
        }
        if (now.minus(last).compareTo(length) < 0) {
            return false;
        }
        last = now;
        return true;
    }
}
