package org.cotangent.optim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.ad.function.VectorFunction;

/** A network with one hidden layer of tanh, for one input: W, b, V, c in one array, matrices by rows. */
public final class TanhNetwork implements VectorFunction {

    private final double[] input;
    private final int hidden;
    private final int outputs;

    public TanhNetwork(double[] input, int hidden, int outputs) {
        this.input = input;
        this.hidden = hidden;
        this.outputs = outputs;
    }

    /** One for each input. */
    public static List<TanhNetwork> of(double[][] inputs, int hidden, int outputs) {
        List<TanhNetwork> all = new ArrayList<>();
        for (double[] input : inputs) {
            all.add(new TanhNetwork(input, hidden, outputs));
        }
        return all;
    }

    /** Random inputs in [−1, 1]. */
    public static double[][] inputs(int size, int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] inputs = new double[size][];
        Arrays.setAll(inputs, i -> random.doubles(length, -1, 1).toArray());
        return inputs;
    }

    @Override
    public int inputDimension() {
        return hidden * (input.length + 1) + outputs * (hidden + 1);
    }

    @Override
    public int outputDimension() {
        return outputs;
    }

    private int offsets() {
        return hidden * input.length;
    }

    private int second() {
        return hidden * (input.length + 1);
    }

    private double[] units(double[] x) {
        double[] units = new double[hidden];
        for (int h = 0; h < hidden; h++) {
            double sum = x[offsets() + h];
            for (int j = 0; j < input.length; j++) {
                sum += x[h * input.length + j] * input[j];
            }
            units[h] = Math.tanh(sum);
        }
        return units;
    }

    @Override
    public void value(double[] x, double[] y) {
        double[] units = units(x);
        for (int k = 0; k < outputs; k++) {
            y[k] = x[second() + outputs * hidden + k];
            for (int h = 0; h < hidden; h++) {
                y[k] += x[second() + k * hidden + h] * units[h];
            }
        }
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        value(x, y);
        double[] units = units(x);
        for (int k = 0; k < outputs; k++) {
            yDot[k] = xDot[second() + outputs * hidden + k];
        }
        for (int h = 0; h < hidden; h++) {
            double dot = xDot[offsets() + h];
            for (int j = 0; j < input.length; j++) {
                dot += xDot[h * input.length + j] * input[j];
            }
            dot *= 1 - units[h] * units[h];
            for (int k = 0; k < outputs; k++) {
                int at = second() + k * hidden + h;
                yDot[k] += xDot[at] * units[h] + x[at] * dot;
            }
        }
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        value(x, y);
        double[] units = units(x);
        for (int k = 0; k < outputs; k++) {
            xBar[second() + outputs * hidden + k] = yBar[k];
        }
        for (int h = 0; h < hidden; h++) {
            double bar = 0;
            for (int k = 0; k < outputs; k++) {
                int at = second() + k * hidden + h;
                xBar[at] = yBar[k] * units[h];
                bar += yBar[k] * x[at];
            }
            bar *= 1 - units[h] * units[h];
            xBar[offsets() + h] = bar;
            for (int j = 0; j < input.length; j++) {
                xBar[h * input.length + j] = bar * input[j];
            }
        }
    }
}
