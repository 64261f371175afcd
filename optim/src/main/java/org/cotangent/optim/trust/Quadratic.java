package org.cotangent.optim.trust;

import java.util.List;
import java.util.Optional;
import org.cotangent.optim.run.Spectrum;

/**
 * A quadratic model of the function around one point, trusted where ‖D s‖ ≤ radius. What else a
 * solver needs of it, products or factors, is for the implementation to offer.
 */
public interface Quadratic {

    /** The diagonal of D, length n, positive: the buffer itself, not to be modified. */
    double[] scale();

    /** ‖D s‖ of the step to the model's unrestricted minimum; NaN if it has none. */
    double unrestrictedStepNorm();

    /** The decrease to the model's unrestricted minimum, an estimate of the gap; NaN if it has none. */
    double decrement();

    /** A decrement that says nothing, as rounding alone would promise it; 0 where the model cannot tell. */
    default double insignificance() {
        return 0;
    }

    /**
     * Looks for negative curvature, at a point that is about to be claimed.
     *
     * @param direction length n, receives a direction of the smallest curvature found, of norm 1, downhill
     *     if there is a slope; undefined where the method returns NaN
     * @return dᵀHd, not negative if it cannot be told from 0; NaN for models that know too little of the
     *     function to tell
     */
    default double smallestCurvature(double[] direction) {
        return Double.NaN;
    }

    /**
     * Directions of norm 1 along which the function's curvature is 0 as far as rounding can tell; none for models that
     * know too little of the function to tell.
     */
    default List<double[]> flatDirections() {
        return List.of();
    }

    /** The direction of the step to the model's unrestricted minimum, of norm 1; none if there is none or it is not known. */
    default List<double[]> stepDirection() {
        return List.of();
    }

    /** Rank and condition of the function's curvature, as far as the model knows them. */
    default Optional<Spectrum> spectrum() {
        return Optional.empty();
    }
}
