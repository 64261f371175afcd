package org.cotangent.optim.stochastic;

import java.util.Objects;

/**
 * An even rise from almost 0 to the first rate of another schedule, which begins where the rise ends
 * (Goyal et al. 2017, Accurate, large minibatch SGD, section 2.2).
 *
 * @param then the schedule after it
 * @param updates of the rise, at least 1
 */
public record WarmUp(Schedule then, long updates) implements Schedule {

    public WarmUp {
        Objects.requireNonNull(then, "then is null, expected the schedule after the rise");
        Require.count("updates of the rise", updates, "some epochs of them");
    }

    @Override
    public double rate(long update) {
        return update < updates ? then.rate(0) * (update + 1) / updates : then.rate(update - updates);
    }
}
