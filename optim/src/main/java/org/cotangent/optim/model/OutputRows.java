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

    private double[] row(double[] rows, int row) {
        return Arrays.copyOfRange(rows, row * loss.outputs(), (row + 1) * loss.outputs());
    }

    private void put(double[] row, double[] rows, int number) {
        System.arraycopy(row, 0, rows, number * loss.outputs(), loss.outputs());
    }
}
