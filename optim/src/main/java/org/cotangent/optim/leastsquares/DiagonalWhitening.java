package org.cotangent.optim.leastsquares;

import java.util.Arrays;

/**
 * Data with independent errors.
 *
 * @param factors 1/σᵢ, kept; 0 for a datum that does not count, whatever its residual is, NaN included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DiagonalWhitening(double[] factors) implements Whitening {

    @Override
    public int size() {
        return factors.length;
    }

    @Override
    public boolean counts(int datum) {
        return datum >= factors.length || factors[datum] > 0;
    }

    @Override
    public int counted() {
        return (int) Arrays.stream(factors).filter(factor -> factor > 0).count();
    }

    @Override
    public void apply(double[] matrix, int columns) {
        for (int i = 0; i < factors.length; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i * columns + j] = factors[i] > 0 ? matrix[i * columns + j] * factors[i] : 0;
            }
        }
    }

    @Override
    public void applyTransposed(double[] vector) {
        apply(vector, 1);
    }
}
