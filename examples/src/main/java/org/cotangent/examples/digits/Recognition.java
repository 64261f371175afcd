package org.cotangent.examples.digits;

import org.cotangent.ad.annotation.Differentiable;

/**
 * Two ways to tell what an image shows, as plain Java methods over a whole data set: the same models as the
 * expressions in {@link org.cotangent.examples.models.DigitGraphs}.
 */
public final class Recognition {

    private Recognition() {}

    /**
     * Mean cross-entropy of multinomial logistic regression (softmax), with a penalty on the weights.
     *
     * @param weights one row for each digit
     * @param offsets one for each digit
     * @param images one a row
     * @param digits what the images show
     * @param penalty times half the sum of squared weights is added
     */
    @Differentiable(wrt = {"weights", "offsets"})
    public static double regression(
            double[][] weights, double[] offsets, double[][] images, int[] digits, double penalty) {
        double[] scores = new double[offsets.length];
        double loss = 0;
        for (int i = 0; i < images.length; i++) {
            layer(weights, offsets, images[i], scores);
            loss += surprise(scores, digits[i]);
        }
        double squares = 0;
        for (double[] row : weights) {
            for (double weight : row) {
                squares += weight * weight;
            }
        }
        return loss / images.length + penalty / 2 * squares;
    }

    /**
     * Mean cross-entropy of a network with a hidden layer of units that take tanh.
     *
     * @param hiddenWeights one row for each unit
     * @param hiddenOffsets one for each unit
     * @param weights one row for each digit
     * @param offsets one for each digit
     * @param images one a row
     * @param digits what the images show
     */
    @Differentiable(wrt = {"hiddenWeights", "hiddenOffsets", "weights", "offsets"})
    public static double network(
            double[][] hiddenWeights,
            double[] hiddenOffsets,
            double[][] weights,
            double[] offsets,
            double[][] images,
            int[] digits) {
        double[] units = new double[hiddenOffsets.length];
        double[] scores = new double[offsets.length];
        double loss = 0;
        for (int i = 0; i < images.length; i++) {
            layer(hiddenWeights, hiddenOffsets, images[i], units);
            for (int h = 0; h < units.length; h++) {
                units[h] = Math.tanh(units[h]);
            }
            layer(weights, offsets, units, scores);
            loss += surprise(scores, digits[i]);
        }
        return loss / images.length;
    }

    static void layer(double[][] weights, double[] offsets, double[] inputs, double[] outputs) {
        for (int k = 0; k < outputs.length; k++) {
            double sum = offsets[k];
            for (int j = 0; j < inputs.length; j++) {
                sum += weights[k][j] * inputs[j];
            }
            outputs[k] = sum;
        }
    }

    /** The negative logarithm of the probability given to the digit. */
    private static double surprise(double[] scores, int digit) {
        double largest = scores[0];
        for (int k = 1; k < scores.length; k++) {
            largest = Math.max(largest, scores[k]);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            sum += Math.exp(scores[k] - largest);
        }
        return largest + Math.log(sum) - scores[digit];
    }
}
