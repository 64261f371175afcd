package org.cotangent.optim.model;

import java.util.Arrays;

/** The loss of the outputs of some examples, stored by rows. */
final class OutputRows {

    private final OutputLoss loss;
    private final int width;
    private final double[] z;
    private final double[] direction;
    private final double[] result;

    OutputRows(OutputLoss loss) {
        this.loss = loss;
        width = loss.outputs();
        z = new double[width];
        direction = new double[width];
        result = new double[width];
    }

    /**
     * The sum of losses.
     *
     * @param batch the examples from an index on
     * @param outputs one row for each
     * @param slopes receives the gradients at the outputs, by rows
     */
    double valueAndSlopes(int[] batch, int from, int rows, double[] outputs, double[] slopes) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            get(outputs, row, z);
            sum += loss.valueAndGradient(batch[from + row], z, result);
            put(slopes, row);
        }
        return sum;
    }

    /** Turns directions at the outputs into their products with a matrix, by rows. */
    void multiply(OutputProduct matrix, int[] batch, int from, int rows, double[] outputs, double[] directions) {
        for (int row = 0; row < rows; row++) {
            get(outputs, row, z);
            get(directions, row, direction);
            matrix.apply(batch[from + row], z, direction, result);
            put(directions, row);
        }
    }

    /** Directions of the Fisher information: in every set one row for each example, zeros where it has fewer. */
    double[][] fisherFactors(int[] batch, int from, int rows, double[] outputs) {
        double[][][] all = new double[rows][][];
        int most = 0;
        for (int row = 0; row < rows; row++) {
            get(outputs, row, z);
            all[row] = loss.fisherFactors(batch[from + row], z);
            most = Math.max(most, all[row].length);
        }
        double[][] sets = new double[most][rows * width];
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < all[row].length; k++) {
                System.arraycopy(all[row][k], 0, sets[k], row * width, width);
            }
        }
        return sets;
    }

    /**
     * One row for each example, the sum of its directions of the Fisher information with random signs: in the mean over
     * draws the products of one with itself are those of all of them. Examples whose numbers follow each other have
     * the signs of the rows of a Hadamard matrix, so that for equal directions the mean over 2ᵏ of them is right, too.
     *
     * @param sketch receives the rows
     */
    void fisherSketch(int[] batch, int from, int rows, double[] outputs, long draw, double[] sketch) {
        for (int row = 0; row < rows; row++) {
            int example = batch[from + row];
            get(outputs, row, z);
            double[][] directions = loss.fisherFactors(example, z);
            Arrays.fill(result, 0);
            for (int label = 0; label < directions.length; label++) {
                double sign = sign(draw, label, example);
                for (int k = 0; k < width; k++) {
                    result[k] += sign * directions[label][k];
                }
            }
            put(sketch, row);
        }
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

    private void get(double[] rows, int row, double[] to) {
        System.arraycopy(rows, row * width, to, 0, width);
    }

    private void put(double[] rows, int row) {
        System.arraycopy(result, 0, rows, row * width, width);
    }
}
