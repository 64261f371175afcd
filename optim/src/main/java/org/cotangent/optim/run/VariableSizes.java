package org.cotangent.optim.run;

import java.util.Arrays;
import java.util.Optional;
import org.cotangent.ad.function.Checks;

/** How large each variable typically is, if the caller knows. Immutable. */
public final class VariableSizes {

    private static final VariableSizes UNKNOWN = new VariableSizes(Optional.empty());

    private final Optional<double[]> sizes;

    private VariableSizes(Optional<double[]> sizes) {
        this.sizes = sizes;
    }

    /** Nothing is known. */
    public static VariableSizes unknown() {
        return UNKNOWN;
    }

    /**
     * Sizes of all variables.
     *
     * @param sizes positive and finite, copied
     * @throws IllegalArgumentException naming the first that is not
     */
    public static VariableSizes of(double... sizes) {
        for (int i = 0; i < sizes.length; i++) {
            if (!(sizes[i] > 0) || Double.isInfinite(sizes[i])) {
                throw new IllegalArgumentException("typical size " + i + " is " + sizes[i]
                        + ", expected a positive finite number; pass 1 where nothing is known");
            }
        }
        return new VariableSizes(Optional.of(sizes.clone()));
    }

    /** Whether the caller gave them. */
    public boolean areKnown() {
        return sizes.isPresent();
    }

    /** A copy of the sizes, length n; empty where nothing is known. */
    public double[] values() {
        return sizes.map(double[]::clone).orElseGet(() -> new double[0]);
    }

    /** The size of a variable at a value: its typical one, unless it is larger now. */
    public double at(int i, double value) {
        return Math.max(Math.abs(value), sizes.isPresent() ? sizes.get()[i] : 0);
    }

    /**
     * One over the size of every variable at a point (Dennis, Schnabel 1983, Numerical Methods for
     * Unconstrained Optimization, section 7.1): the diagonal of D, length n, a new array. Only where sizes are known.
     */
    public double[] scale(double[] point) {
        double[] scale = new double[point.length];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = 1 / at(i, point[i]);
        }
        return scale;
    }

    /**
     * Refuses another number of variables.
     *
     * @throws IllegalArgumentException if sizes are known, but not so many
     */
    public void requireLength(int dimension) {
        sizes.ifPresent(known -> Checks.length("typical sizes", known, dimension));
    }

    /** Tells runs with different sizes apart; empty where nothing is known. */
    @Override
    public String toString() {
        return sizes.map(known -> "typical sizes of " + known.length + ", hash " + Arrays.hashCode(known))
                .orElse("");
    }
}
