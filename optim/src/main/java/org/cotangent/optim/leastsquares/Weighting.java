package org.cotangent.optim.leastsquares;

import java.util.Optional;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;

/**
 * What is known of the errors of the data: residuals are divided by it, so that all count alike.
 * Immutable.
 */
public final class Weighting {

    private static final Weighting NONE = new Weighting(Optional.empty());

    private final Optional<Whitening> whitening;

    private Weighting(Optional<Whitening> whitening) {
        this.whitening = whitening;
    }

    /** All data alike. */
    public static Weighting none() {
        return NONE;
    }

    /**
     * Data with independent errors: rᵢ / σᵢ.
     *
     * @param deviations σᵢ, length m, positive
     * @throws IllegalArgumentException naming one that is not positive and finite
     */
    public static Weighting standardDeviations(double... deviations) {
        double[] factors = new double[deviations.length];
        for (int i = 0; i < factors.length; i++) {
            requirePositive("standard deviation", i, deviations[i], "leave out a datum that is not measured");
            factors[i] = 1 / deviations[i];
        }
        return new Weighting(Optional.of(new DiagonalWhitening(factors)));
    }

    /**
     * Data that count differently: Σ wᵢ rᵢ² is minimized.
     *
     * @param weights wᵢ = 1/σᵢ², length m, not negative; a datum of weight 0 does not count, neither as a degree of
     *     freedom nor by what was measured, which may be NaN
     * @throws IllegalArgumentException naming a weight that is negative or not finite
     */
    public static Weighting weights(double... weights) {
        double[] factors = new double[weights.length];
        for (int i = 0; i < factors.length; i++) {
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException("weight " + i + " is " + weights[i]
                        + ", expected a finite number >= 0; use 1 / (standard deviation)²");
            }
            factors[i] = Math.sqrt(weights[i]);
        }
        return new Weighting(Optional.of(new DiagonalWhitening(factors)));
    }

    /**
     * Data with correlated errors: L⁻¹r with covariance L Lᵀ, which minimizes rᵀ covariance⁻¹ r.
     *
     * @param covariance m rows of length m, symmetric and positive definite
     * @throws IllegalArgumentException if it is not, naming the entry or the datum
     */
    public static Weighting covariance(double[][] covariance) {
        int m = covariance.length;
        double[] rows = new double[Math.multiplyExact(m, m)];
        for (int i = 0; i < m; i++) {
            Checks.length("row " + i + " of the covariance", covariance[i], m, "number of its rows");
            System.arraycopy(covariance[i], 0, rows, i * m, m);
        }
        return new Weighting(Optional.of(CholeskyWhitening.of(m, rows)));
    }

    private static void requirePositive(String name, int i, double value, String remedy) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " " + i + " is " + value + ", expected a positive finite number; " + remedy);
        }
    }

    /** Whether a datum counts at all. */
    boolean counts(int datum) {
        return whitening.map(known -> known.counts(datum)).orElse(true);
    }

    /** How many of m data count. */
    int counted(int m) {
        return whitening.map(Whitening::counted).orElse(m);
    }

    /**
     * The residuals so weighted, twice differentiable if they are.
     *
     * @throws IllegalArgumentException if they are not as many as the weights
     */
    public VectorFunction of(VectorFunction residuals) {
        if (whitening.isEmpty()) {
            return residuals;
        }
        int size = whitening.get().size();
        if (size != residuals.outputDimension()) {
            throw new IllegalArgumentException("the weighting is for " + size + " data, expected "
                    + residuals.outputDimension() + ", the number of residuals");
        }
        return residuals instanceof TwiceDifferentiableVectorFunction twice
                ? new WhitenedTwiceFunction(twice, whitening.get())
                : new WhitenedFunction(residuals, whitening.get());
    }
}
