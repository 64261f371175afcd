package org.cotangent.optim.model;

import java.util.Arrays;

/** The loss of the outputs of some examples, stored by rows. */
final class OutputRows {

    private final OutputLoss loss;
    private final int[] examples;
    private final double[] outputs;
    private final double[] gradient;
    private final double value;

    /**
     * Of some examples.
     *
     * @param outputs one row for each, not modified
     */
    OutputRows(OutputLoss loss, int[] examples, double[] outputs) {
        this.loss = loss;
        this.examples = examples;
        this.outputs = outputs;
        gradient = new double[outputs.length];
        double[] slope = new double[loss.outputs()];
        double sum = 0;
        for (int row = 0; row < examples.length; row++) {
            sum += loss.valueAndGradient(examples[row], row(outputs, row), slope);
            put(slope, gradient, row);
        }
        value = sum;
    }

    /** A product with a matrix of the outputs of one example. */
    @FunctionalInterface
    interface Product {
        void apply(int example, double[] z, double[] v, double[] product);
    }

    /** The sum over the examples. */
    double value() {
        return value;
    }

    /** At the outputs, by rows. */
    double[] gradient() {
        return gradient;
    }

    /** The products with directions at the outputs, by rows. */
    double[] products(Product matrix, double[] directions) {
        double[] products = new double[outputs.length];
        double[] product = new double[loss.outputs()];
        for (int row = 0; row < examples.length; row++) {
            matrix.apply(examples[row], row(outputs, row), row(directions, row), product);
            put(product, products, row);
        }
        return products;
    }

    /** Directions of the Fisher information: in every set one row for each example, zeros where it has fewer. */
    double[][] fisherFactors() {
        double[][][] all = new double[examples.length][][];
        int most = 0;
        for (int row = 0; row < examples.length; row++) {
            all[row] = loss.fisherFactors(examples[row], row(outputs, row));
            most = Math.max(most, all[row].length);
        }
        double[][] sets = new double[most][outputs.length];
        for (int row = 0; row < examples.length; row++) {
            for (int k = 0; k < all[row].length; k++) {
                put(all[row][k], sets[k], row);
            }
        }
        return sets;
    }

    /**
     * One row for each example, the sum of its directions of the Fisher information with random signs: in the mean over
     * draws the products of one with itself are those of all of them. Examples whose numbers follow each other have
     * the signs of the rows of a Hadamard matrix, so that for equal directions the mean over 2ᵏ of them is right, too.
     */
    double[] fisherSketch(long draw) {
        double[] sketch = new double[outputs.length];
        for (int row = 0; row < examples.length; row++) {
            double[][] directions = loss.fisherFactors(examples[row], row(outputs, row));
            for (int label = 0; label < directions.length; label++) {
                double sign = sign(draw, label, examples[row]);
                for (int k = 0; k < loss.outputs(); k++) {
                    sketch[row * loss.outputs() + k] += sign * directions[label][k];
                }
            }
        }
        return sketch;
    }

    /** Sylvester's matrix with columns turned round at random. */
    private static double sign(long draw, int label, int example) {
        int turned = mixed(mixed(draw) + label) < 0 ? 1 : 0;
        return (Integer.bitCount(label & example) + turned) % 2 == 0 ? 1 : -1;
    }

    /** The finalizer of Steele, Lea, Flood (2014), Fast splittable pseudorandom number generators, figure 16. */
    private static long mixed(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private double[] row(double[] rows, int row) {
        return Arrays.copyOfRange(rows, row * loss.outputs(), (row + 1) * loss.outputs());
    }

    private void put(double[] row, double[] rows, int number) {
        System.arraycopy(row, 0, rows, number * loss.outputs(), loss.outputs());
    }
}
