package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.Vectors;

/**
 * The whole gradient shortened to a limit where it is longer (Pascanu, Mikolov, Bengio 2013, On the
 * difficulty of training recurrent neural networks, algorithm 1).
 *
 * @param limit of the Euclidean norm, positive
 */
public record ClipByNorm(double limit) implements GradientTransformation {

    public ClipByNorm {
        Require.positive("limit", limit, "1");
    }

    @Override
    public Memory begin(int dimension) {
        return new Stateless(update -> {
            double norm = Vectors.norm(update.vector());
            if (norm > limit) {
                Vectors.scale(limit / norm, update.vector());
            }
        });
    }
}
