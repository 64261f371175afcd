package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.Vectors;

/**
 * A multiple of the point added. After an adaptive transformation this is decoupled weight decay
 * (Loshchilov, Hutter 2019, Decoupled weight decay regularization, algorithm 2, where the rate
 * multiplies both); before it, the gradient of a penalty λ/2 ‖x‖², which adaptive scaling then weakens
 * where gradients are large. What converges is no minimum of the loss that is measured, which has no
 * penalty.
 *
 * @param factor λ, positive
 */
public record WeightDecay(double factor) implements GradientTransformation {

    public WeightDecay {
        Require.positive("weight decay", factor, "0.01");
    }

    @Override
    public Memory begin(int dimension) {
        return new Stateless(update -> Vectors.addScaled(factor, update.point(), update.vector()));
    }
}
