package org.cotangent.optim.run;

/** Measures how long the step is that is left at a point. */
@FunctionalInterface
public interface StepMeasure {

    /**
     * The length of the Newton step, as far as it can be told.
     *
     * @param at a point whose gradient is known
     * @param enough a length beyond which nobody asks how long it is
     * @return the length; NaN if it cannot be told
     */
    double stepLeft(Evaluation at, double enough);

    /** See {@link Iterate#learnedStep()}. */
    default double learnedStep(Evaluation at) {
        return Double.NaN;
    }
}
