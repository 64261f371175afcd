package org.cotangent.optim.run;

/**
 * How well a second-order model determines a point.
 *
 * @param rank how many combinations of the variables it determines: eigenvalues of the Hessian, or singular
 *     values of the Jacobian, that rounding alone could not have made
 * @param dimension the number of variables
 * @param condition largest over smallest of them with the variables scaled alike, infinite below full rank
 */
public record Spectrum(int rank, int dimension, double condition) {

    /** Whether some combination of the variables changes nothing, as a shift of all of them might. */
    public boolean isSingular() {
        return rank < dimension;
    }

    /** This one when saved, the saved one when resumed. */
    Spectrum exchange(State state) {
        return new Spectrum(state.integer(rank), state.integer(dimension), state.number(condition));
    }

    /** "rank 9 of 9, condition 1.2e5", or that it leaves others as good. */
    public String text() {
        String text = "rank " + rank + " of " + dimension;
        return isSingular()
                ? text
                        + ", so second derivatives see no difference to other points nearby, and do not decide between them"
                : text + ", condition " + Text.of(condition);
    }
}
