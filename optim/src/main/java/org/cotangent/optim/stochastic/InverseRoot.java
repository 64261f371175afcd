package org.cotangent.optim.stochastic;

/**
 * The smaller of a rate and one over the root of the number of the update, from 1 (Shazeer, Stern 2018,
 * Adafactor, section 8; the authors use 0.01).
 *
 * @param most positive
 */
public record InverseRoot(double most) implements Schedule {

    public InverseRoot {
        Require.positive("rate", most, "0.01");
    }

    @Override
    public double rate(long update) {
        return Math.min(most, 1 / Math.sqrt(update + 1.0));
    }
}
