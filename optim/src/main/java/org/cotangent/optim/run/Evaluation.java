package org.cotangent.optim.run;

/**
 * One point with what is known there. Value and gradient are computed when first asked for and
 * kept, so the accepted trial of a search is the next iterate as it is, to the bit.
 */
public interface Evaluation extends Stateful {

    /** The point, length n: the buffer itself, not to be modified. */
    double[] point();

    /** The value, NaN or infinite where the function is not defined. */
    double value();

    /** The gradient, length n: the buffer itself, not to be modified. */
    double[] gradient();

    /** Whether the gradient can be had without another evaluation. */
    boolean gradientKnown();

    /**
     * How much lower another point is. Sums of squares override this to avoid cancellation.
     *
     * @param next a point of the same kind
     */
    default double decreaseTo(Evaluation next) {
        return value() - next.value();
    }

    /** The smallest decrease that can be told from none: the last bit of the value, unless others know better. */
    default double resolution() {
        return Math.ulp(value());
    }
}
