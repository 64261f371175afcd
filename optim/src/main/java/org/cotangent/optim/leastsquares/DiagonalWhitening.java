package org.cotangent.optim.leastsquares;

/**
 * Data with independent errors.
 *
 * @param factors 1/σᵢ, kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DiagonalWhitening(double[] factors) implements Whitening {

    @Override
    public int size() {
        return factors.length;
    }

    @Override
    public void apply(double[] matrix, int columns) {
        for (int i = 0; i < factors.length; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i * columns + j] *= factors[i];
            }
        }
    }

    @Override
    public void applyTransposed(double[] vector) {
        apply(vector, 1);
    }
}
