package org.cotangent.optim.search;

import java.util.Objects;
import java.util.function.Function;
import org.cotangent.optim.run.Evaluation;

/**
 * How far to go along a path. A rule has no memory, so it can be shared; what it needs to know is
 * in the path and the heading.
 */
@FunctionalInterface
public interface StepRule {

    /**
     * Searches a path. Values that are not finite shorten the step; they never end the search by
     * themselves.
     *
     * @param path its slope is negative, or the heading falls away
     * @param heading what is known of the direction
     */
    Outcome search(Path path, Heading heading);

    /** Searches of a path that is aimed anew for each, one after the other, in buffers that serve them all. */
    default Function<Heading, Outcome> along(Path path) {
        return heading -> search(path, heading);
    }

    /** What a search found. */
    sealed interface Outcome permits Accepted, Failed {}

    /** A point to go to, see {@link Path#accept}. One that a path keeps is valid until the next search along it. */
    final class Accepted implements Outcome {

        private double step;
        private Evaluation evaluation;

        /**
         * States where to go.
         *
         * @param step parameter of the point on the path
         * @param evaluation the point itself, from this path; its value and gradient are finite
         */
        public Accepted(double step, Evaluation evaluation) {
            this.step = step;
            this.evaluation = Objects.requireNonNull(evaluation, "evaluation is null, expected a trial of the path");
        }

        /** The same object for another search. */
        Accepted renew(double another, Evaluation trial) {
            step = another;
            evaluation = trial;
            return this;
        }

        /** The parameter of the point on the path. */
        public double step() {
            return step;
        }

        /** The point, its value and gradient finite. */
        public Evaluation evaluation() {
            return evaluation;
        }
    }

    /**
     * No acceptable point.
     *
     * @param diagnosis why, as far as the trials show
     */
    record Failed(Diagnosis diagnosis) implements Outcome {}
}
