package org.cotangent.examples.nist;

import org.cotangent.optim.Minimizers;
import org.cotangent.optim.leastsquares.LeastSquaresResult;

/**
 * A data set fitted from one of its starting points.
 *
 * @param start 1 or 2, as NIST numbers them
 */
record Fit(Problem problem, Dataset data, int start, LeastSquaresResult result) {

    /** Below this share of the squared observations the residuals are rounding, and so is what is said of them. */
    private static final double ROUNDING = 1e-24;

    static Fit of(Problem problem, Dataset data, int start) {
        LeastSquaresResult result = Minimizers.levenbergMarquardt()
                .minimize(problem.residuals(data), data.starts().get(start - 1));
        return new Fit(problem, data, start, result);
    }

    double[] parameters() {
        return result.point();
    }

    double[] deviations() {
        return result.statistics().standardDeviations();
    }

    double parameterDigits() {
        return Digits.fewest(parameters(), data.parameters());
    }

    double deviationDigits() {
        return Digits.fewest(deviations(), data.deviations());
    }

    double sumOfSquaresDigits() {
        return Digits.of(result.residualSumOfSquares(), data.residualSumOfSquares());
    }

    /**
     * Whether the residuals are so small that double precision only holds their rounding; then the
     * sum of their squares, and standard deviations made of it, cannot be certified digits.
     */
    boolean residualsAreRounding() {
        double squares = 0;
        for (double y : data.response()) {
            squares += y * y;
        }
        return data.residualSumOfSquares() < ROUNDING * squares;
    }
}
