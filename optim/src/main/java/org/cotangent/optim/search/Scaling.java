package org.cotangent.optim.search;

import java.util.Arrays;
import org.cotangent.ad.function.Checks;
import org.cotangent.optim.run.VariableSizes;

/**
 * Variables u = x / s in units of their typical sizes s. Every s is rounded to a power of two, which
 * is near enough for a size and changes no digit of what is scaled.
 */
final class Scaling {

    private final double[] sizes;

    private Scaling(double[] sizes) {
        this.sizes = sizes;
    }

    /**
     * Scales by typical sizes.
     *
     * @param typical positive and finite, copied
     */
    static Scaling of(double[] typical) {
        double[] sizes = VariableSizes.of(typical).values();
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.scalb(1.0, Math.getExponent(sizes[i]));
        }
        return new Scaling(sizes);
    }

    /** Refuses another number of variables. */
    void requireLength(int dimension) {
        Checks.length("typical sizes", sizes, dimension);
    }

    /** scaled = v / s, as points are scaled. */
    void divide(double[] v, double[] scaled) {
        for (int i = 0; i < v.length; i++) {
            scaled[i] = v[i] / sizes[i];
        }
    }

    /** scaled = s v, as gradients are scaled, and directions back. */
    void multiply(double[] v, double[] scaled) {
        for (int i = 0; i < v.length; i++) {
            scaled[i] = sizes[i] * v[i];
        }
    }

    /** M / (s sᵀ) entry by entry, as inverse Hessians are scaled: by rows, a new array. */
    double[] divideBothSides(double[] matrix) {
        double[] scaled = new double[matrix.length];
        for (int i = 0, k = 0; i < sizes.length; i++) {
            for (int j = 0; j < sizes.length; j++, k++) {
                scaled[k] = matrix[k] / sizes[i] / sizes[j];
            }
        }
        return scaled;
    }

    /** The sizes in use. */
    VariableSizes sizes() {
        return VariableSizes.of(sizes);
    }

    /** Tells runs with different sizes apart. */
    @Override
    public String toString() {
        return "typical sizes of " + sizes.length + ", hash " + Arrays.hashCode(sizes);
    }
}
