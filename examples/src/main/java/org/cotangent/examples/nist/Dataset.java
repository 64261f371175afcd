package org.cotangent.examples.nist;

import java.util.List;

/**
 * A regression problem with certified answers.
 *
 * @param name NIST's name, such as Thurber
 * @param model the formula as NIST prints it
 * @param responseLabel what was observed
 * @param predictorLabels what it depends on, one for each predictor
 * @param response the observations, length m
 * @param predictors for each predictor its values, length m
 * @param starts NIST's starting points: the far one, then the near one, length n each
 * @param parameters certified to 11 digits, length n
 * @param deviations certified standard deviations of the parameters, length n
 * @param residualSumOfSquares certified
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, shared within this package, never modified or compared.
public record Dataset(
        String name,
        String model,
        String responseLabel,
        List<String> predictorLabels,
        double[] response,
        List<double[]> predictors,
        List<double[]> starts,
        double[] parameters,
        double[] deviations,
        double residualSumOfSquares) {

    public int observationCount() {
        return response.length;
    }

    public int parameterCount() {
        return parameters.length;
    }
}
