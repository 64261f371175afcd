package org.cotangent.optim.run;

import java.time.Duration;

/**
 * What observers and stopping rules may ask about an accepted point. A live view, valid during
 * the call only: copy what you keep.
 */
public interface Iterate {

    /** 0 at the start, then one more for each accepted step. */
    long iteration();

    /** A copy of the point, length n. */
    double[] point();

    /** f(x). */
    double value();

    /** f at the iterate before, NaN at the start. */
    double previousValue();

    /** ‖∇f(x)‖, Euclidean. */
    double gradientNorm();

    /** A copy of ∇f(x), length n. */
    double[] gradient();

    /**
     * maxᵢ |∂f/∂xᵢ| · max(|xᵢ|, typicalᵢ): what a relative change of one variable does to f.
     *
     * @param typical sizes of the variables, length n, or length 1 for one size of all
     */
    double scaledGradient(double[] typical);

    /** ‖∇f‖ at the start. */
    double firstGradientNorm();

    /** ‖x‖ at the start. */
    double firstPointNorm();

    /** ‖x‖. */
    double pointNorm();

    /** ‖xₖ − xₖ₋₁‖, NaN at the start. */
    double stepNorm();

    /** sᵀy / sᵀs, the curvature along the last step s, on which the gradient changed by y; NaN at the start. */
    double curvature();

    /**
     * The length of the step to where the gradient would vanish if f curved everywhere as little as
     * it did along the last steps: ‖∇f‖ / min sᵀy/sᵀs, older steps counting less. An estimate of the
     * distance to the minimum from gradients alone; NaN where no positive curvature is known, and for
     * as many steps as there are variables, at most ten.
     */
    double secantStep();

    /**
     * The same; but where it is at most what is doubted, loops that can do so measure the step by the
     * curvature around the point first, as steps that all went across a valley know nothing of its floor.
     * Costs a few gradients, once at a point, and a Hessian for methods that ask for second derivatives.
     *
     * @param doubted a length
     */
    default double secantStep(double doubted) {
        return secantStep();
    }

    /**
     * The length of the step to the minimum by all that the method has learned of the inverse Hessian, NaN
     * for methods that learn none.
     */
    default double learnedStep() {
        return Double.NaN;
    }

    /**
     * The undamped step of the second-order model, relative to the point, in the model's scale;
     * NaN for methods without such a model.
     */
    double modelStep();

    /**
     * Whether the values go on falling in the direction in which the iterates run away, so that a small gradient is none
     * of a minimum. Costs up to three values, once at a point, where the steps have not become shorter.
     */
    default boolean runsAway() {
        return false;
    }

    /** What was spent so far. */
    Counts counts();

    /** The time since the start of the run; when resumed, that before the save included. */
    Duration elapsed();
}
