package org.cotangent.benchmarks;

import java.util.Arrays;

/**
 * What {@link MatrixCost} compares with: values and gradients of two models as somebody would write
 * them who derives them by hand, one observation at a time, nothing kept that can be made at once.
 */
final class HandWritten {

    private final double[] x;
    private final int[] y;
    private final int n;
    private final int inputs;
    private final int hidden;
    private final int classes;

    /** @param x observations by rows */
    HandWritten(double[] x, int[] y, int inputs, int hidden, int classes) {
        this.x = x;
        this.y = y;
        this.n = y.length;
        this.inputs = inputs;
        this.hidden = hidden;
        this.classes = classes;
    }

    /** Multinomial logistic regression: weights by rows, then offsets. */
    double regression(double[] w, double penalty, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] score = new double[classes];
        int offsets = classes * inputs;
        double loss = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < classes; k++) {
                double dot = 0;
                for (int p = 0; p < inputs; p++) {
                    dot += w[k * inputs + p] * x[i * inputs + p];
                }
                score[k] = dot + w[offsets + k];
            }
            loss += toAdjoint(score, y[i]);
            for (int k = 0; k < classes; k++) {
                double bar = score[k] / n;
                gradient[offsets + k] += bar;
                for (int p = 0; p < inputs; p++) {
                    gradient[k * inputs + p] += bar * x[i * inputs + p];
                }
            }
        }
        double squares = 0;
        for (int k = 0; k < offsets; k++) {
            squares += w[k] * w[k];
            gradient[k] += penalty * w[k];
        }
        return loss / n + penalty / 2 * squares;
    }

    /** Cross-entropy of scores, which become its derivatives. */
    private static double toAdjoint(double[] score, int shown) {
        double max = score[0];
        for (double s : score) {
            max = Math.max(max, s);
        }
        double right = score[shown];
        double sum = 0;
        for (int k = 0; k < score.length; k++) {
            score[k] = Math.exp(score[k] - max);
            sum += score[k];
        }
        for (int k = 0; k < score.length; k++) {
            score[k] /= sum;
        }
        score[shown] -= 1;
        return Math.log(sum) + max - right;
    }

    /** A network with a hidden layer: weights by rows and offsets of the first layer, then the second. */
    double network(double[] w, double[] gradient) {
        Arrays.fill(gradient, 0);
        int firstOffsets = hidden * inputs;
        int second = firstOffsets + hidden;
        int secondOffsets = second + classes * hidden;
        double[] unit = new double[hidden];
        double[] bar = new double[hidden];
        double[] score = new double[classes];
        double loss = 0;
        for (int i = 0; i < n; i++) {
            for (int h = 0; h < hidden; h++) {
                double dot = 0;
                for (int p = 0; p < inputs; p++) {
                    dot += w[h * inputs + p] * x[i * inputs + p];
                }
                unit[h] = Math.tanh(dot + w[firstOffsets + h]);
            }
            for (int k = 0; k < classes; k++) {
                double dot = 0;
                for (int h = 0; h < hidden; h++) {
                    dot += w[second + k * hidden + h] * unit[h];
                }
                score[k] = dot + w[secondOffsets + k];
            }
            loss += toAdjoint(score, y[i]);
            Arrays.fill(bar, 0);
            for (int k = 0; k < classes; k++) {
                double scoreBar = score[k] / n;
                gradient[secondOffsets + k] += scoreBar;
                for (int h = 0; h < hidden; h++) {
                    gradient[second + k * hidden + h] += scoreBar * unit[h];
                    bar[h] += scoreBar * w[second + k * hidden + h];
                }
            }
            for (int h = 0; h < hidden; h++) {
                double sumBar = bar[h] * (1 - unit[h] * unit[h]);
                gradient[firstOffsets + h] += sumBar;
                for (int p = 0; p < inputs; p++) {
                    gradient[h * inputs + p] += sumBar * x[i * inputs + p];
                }
            }
        }
        return loss / n;
    }
}
