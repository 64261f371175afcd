package org.cotangent.optim.stochastic;

import java.util.function.Consumer;
import org.cotangent.optim.run.State;

/** The memory of a transformation that learns nothing. */
record Stateless(Consumer<Update> change) implements Transformation.Memory {

    @Override
    public void apply(Update update) {
        change.accept(update);
    }

    @Override
    public void exchange(State state) {}
}
