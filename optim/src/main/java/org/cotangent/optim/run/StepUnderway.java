package org.cotangent.optim.run;

import java.util.Optional;
import java.util.function.Supplier;

/** The step that a run is in: ended by signals from within, recorded, and never saved halfway. */
final class StepUnderway {

    private boolean within;
    private IterationEvent event = new IterationEvent();

    /** Does the step, and tells what ended the run there. */
    Optional<Verdict> take(Supplier<Optional<Verdict>> body) {
        within = true;
        if (event.isEnabled()) {
            event = new IterationEvent();
            event.begin();
        }
        Optional<Verdict> verdict = signalled(body);
        within = false;
        return verdict;
    }

    private static Optional<Verdict> signalled(Supplier<Optional<Verdict>> body) {
        try {
            return body.get();
        } catch (StopSignal signal) {
            return Optional.of(signal.verdict());
        }
    }

    /** Enters a step that is done into a flight recording, if there is one. */
    void record(Run<?> run, Iterate iterate) {
        if (event.isEnabled()) {
            event.enter(run.identity(), iterate);
        }
    }

    /** Refuses to save the pieces that a state is in within a step. */
    void requireNone(long iteration) {
        if (within) {
            throw new IllegalStateException("the run is within step " + (iteration + 1)
                    + " or was left there by an exception, expected it between two steps; save it after step(), or in"
                    + " Observer.stepped");
        }
    }
}
