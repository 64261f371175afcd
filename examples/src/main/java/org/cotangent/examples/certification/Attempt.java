package org.cotangent.examples.certification;

import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Result;

/**
 * Where a method ended.
 *
 * @param value of what it minimized; of a fit the whole sum of squares
 * @param claimed whether it says that it converged
 * @param message in the method's own words
 */
@SuppressWarnings("ArrayRecordComponent") // Read within this package, never compared.
record Attempt(double[] point, double value, boolean claimed, Cost cost, String message) {

    static Attempt of(Result result) {
        return new Attempt(
                result.point(), result.value(), result.converged(), Cost.of(result.counts()), result.message());
    }

    static Attempt of(LeastSquaresResult fit) {
        return new Attempt(
                fit.point(),
                fit.residualSumOfSquares(),
                fit.converged(),
                Cost.ofFit(fit.result().counts()),
                fit.message());
    }
}
