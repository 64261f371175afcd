package org.cotangent.optim.stochastic;

/**
 * Entries cut off at a limit either way. Changes the direction; {@link ClipByNorm} does not.
 *
 * @param limit positive
 */
public record ClipByValue(double limit) implements GradientTransformation {

    public ClipByValue {
        Require.positive("limit", limit, "1");
    }

    @Override
    public Memory begin(int dimension) {
        return new Stateless(update -> clip(update.vector()));
    }

    private void clip(double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Math.max(-limit, Math.min(limit, vector[i]));
        }
    }
}
