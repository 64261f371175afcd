package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/** A model whose H is there as a matrix, of either sign: what an exact solver factors. */
public interface DenseQuadratic extends ProductQuadratic {

    /** Products cost n² operations and no call of the function, so a solver may go to the last digits. */
    double FORCING = 1e-10;

    /** H by rows, length n·n, symmetric to the bit: the buffer itself, not to be modified. */
    double[] matrix();

    @Override
    default void apply(double[] v, double[] product) {
        double[] matrix = matrix();
        int n = v.length;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += matrix[i * n + j] * v[j];
            }
            product[i] = sum;
        }
    }

    @Override
    default double forcing() {
        return FORCING;
    }

    /**
     * The step to the lowest point, of several the nearest, if the model has found it already.
     *
     * @param step receives it, length n, or nothing
     * @return whether there is one and it is known
     */
    default boolean lowestPoint(double[] step) {
        return false;
    }

    /** D⁻¹ H D⁻¹ by rows, a new array. */
    default double[] scaledMatrix() {
        double[] scaled = matrix().clone();
        double[] scale = scale();
        int n = scale.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i * n + j] = scaled[i * n + j] / scale[i] / scale[j];
            }
        }
        return scaled;
    }

    /** Whether every entry is finite. */
    default boolean isFinite() {
        return Vectors.isFinite(matrix());
    }
}
