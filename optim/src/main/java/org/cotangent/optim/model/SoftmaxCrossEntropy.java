package org.cotangent.optim.model;

import java.util.Objects;

/**
 * The negative logarithm of the probability that softmax gives to a label: log Σ exp zₖ − z of the label.
 * Outputs are natural parameters.
 */
public final class SoftmaxCrossEntropy implements OutputLoss {

    private final int[] labels;
    private final int classes;

    /**
     * A loss for labels.
     *
     * @param labels one for each example, from 0 to below the number of classes; copied
     * @param classes at least 2
     * @throws IllegalArgumentException if they are fewer, or a label is not one of them
     */
    public SoftmaxCrossEntropy(int[] labels, int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes are " + classes + ", expected at least 2");
        }
        this.labels = Objects.requireNonNull(labels, "labels is null, expected one for each example")
                .clone();
        this.classes = classes;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "label " + i + " is " + labels[i] + ", expected 0 to " + (classes - 1));
            }
        }
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int outputs() {
        return classes;
    }

    @Override
    public double valueAndGradient(int example, double[] z, double[] gradient) {
        double logarithm = probabilities(z, gradient);
        gradient[labels[example]] -= 1;
        return logarithm - z[labels[example]];
    }

    @Override
    public void hessianProduct(int example, double[] z, double[] v, double[] product) {
        probabilities(z, product);
        double mean = 0;
        for (int k = 0; k < v.length; k++) {
            mean += product[k] * v[k];
        }
        for (int k = 0; k < v.length; k++) {
            product[k] *= v[k] - mean;
        }
    }

    @Override
    public double[][] fisherFactors(int example, double[] z) {
        double[] p = new double[classes];
        probabilities(z, p);
        double[][] factors = new double[classes][classes];
        for (int label = 0; label < classes; label++) {
            double root = Math.sqrt(p[label]);
            for (int k = 0; k < classes; k++) {
                factors[label][k] = root * (p[k] - (k == label ? 1 : 0));
            }
        }
        return factors;
    }

    /** Sets probabilities and returns log Σ exp zₖ. */
    private static double probabilities(double[] z, double[] p) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : z) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            p[k] = Math.exp(z[k] - largest);
            sum += p[k];
        }
        for (int k = 0; k < z.length; k++) {
            p[k] /= sum;
        }
        return largest + Math.log(sum);
    }
}
