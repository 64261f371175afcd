package org.cotangent.optim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.GaussNewtonSum;

/**
 * A network of dense layers with a convex loss of its outputs, as a sum over examples: value, gradient,
 * Gauss-Newton and Fisher products, and what K-FAC needs. Derivatives are written by hand.
 */
public final class DenseNetwork implements LayeredModel, GaussNewtonSum {

    private final double[][] inputs;
    private final List<DenseLayer> layers;
    private final Activation activation;
    private final OutputLoss loss;
    private final int dimension;

    /**
     * A network.
     *
     * @param inputs one row for each example; copied
     * @param hidden units of each hidden layer
     * @param activation of hidden units; outputs have none
     * @param loss of the outputs, as many as it says
     */
    public DenseNetwork(double[][] inputs, int[] hidden, Activation activation, OutputLoss loss) {
        this.inputs = Arrays.stream(inputs).map(double[]::clone).toArray(double[][]::new);
        this.activation = activation;
        this.loss = loss;
        Checks.sameCount("rows of inputs", inputs.length, "examples of the loss", loss.size());
        if (inputs.length == 0) {
            throw new IllegalArgumentException("there are 0 examples, expected at least 1; a mean needs one");
        }
        for (int i = 0; i < inputs.length; i++) {
            Checks.row("inputs", i, inputs[i].length, inputs[0].length);
        }
        List<DenseLayer> all = new ArrayList<>();
        int from = 0;
        int width = inputs[0].length;
        for (int k = 0; k <= hidden.length; k++) {
            DenseLayer layer = new DenseLayer(from, width, k < hidden.length ? hidden[k] : loss.outputs());
            all.add(layer);
            from = layer.to();
            width = layer.outputs();
        }
        layers = List.copyOf(all);
        dimension = from;
    }

    @Override
    public List<DenseLayer> layers() {
        return layers;
    }

    @Override
    public int size() {
        return inputs.length;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    /** The outputs for one input. */
    public double[] outputs(double[] x, double[] input) {
        Checks.length("point", x, dimension);
        NetworkPass pass = new NetworkPass(layers, activation, x);
        pass.forward(Checks.length("input", input, inputs[0].length, "inputs of the network"));
        return pass.outputs().clone();
    }

    @Override
    public double value(double[] x, int[] batch) {
        Checks.length("point", x, dimension);
        NetworkPass pass = new NetworkPass(layers, activation, x);
        double[] slope = new double[loss.outputs()];
        double sum = 0;
        for (int i : FiniteSums.requireBatch(batch, size())) {
            pass.forward(inputs[i]);
            sum += loss.valueAndGradient(i, pass.outputs(), slope);
        }
        return sum;
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        Checks.length("point", x, dimension);
        Checks.length("gradient", gradient, dimension);
        Checks.distinct("gradient", gradient, "point", x);
        Arrays.fill(gradient, 0);
        NetworkPass pass = new NetworkPass(layers, activation, x);
        double[] slope = new double[loss.outputs()];
        double sum = 0;
        for (int i : FiniteSums.requireBatch(batch, size())) {
            pass.forward(inputs[i]);
            sum += loss.valueAndGradient(i, pass.outputs(), slope);
            pass.back(slope);
            pass.addGradient(gradient);
        }
        return sum;
    }

    @Override
    public void gaussNewtonProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(x, batch, v, product, loss::hessianProduct);
    }

    @Override
    public void fisherProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(x, batch, v, product, loss::fisherProduct);
    }

    /** A product with a matrix of the outputs of one example. */
    @FunctionalInterface
    private interface OutputProduct {
        void apply(int example, double[] z, double[] v, double[] product);
    }

    private void product(double[] x, int[] batch, double[] v, double[] product, OutputProduct middle) {
        Checks.length("point", x, dimension);
        Checks.length("direction", v, dimension);
        Checks.length("product", product, dimension);
        Checks.distinct("product", product, "direction", v);
        Checks.distinct("product", product, "point", x);
        Arrays.fill(product, 0);
        NetworkPass pass = new NetworkPass(layers, activation, x);
        double[] bar = new double[loss.outputs()];
        for (int i : FiniteSums.requireBatch(batch, size())) {
            pass.forward(inputs[i]);
            middle.apply(i, pass.outputs(), pass.tangent(v), bar);
            pass.back(bar);
            pass.addGradient(product);
        }
    }

    @Override
    public void visit(double[] x, int[] batch, LayerVisitor visitor) {
        Checks.length("point", x, dimension);
        NetworkPass pass = new NetworkPass(layers, activation, x);
        for (int i : FiniteSums.requireBatch(batch, size())) {
            pass.forward(inputs[i]);
            for (int layer = 0; layer < layers.size(); layer++) {
                visitor.activation(layer, pass.activation(layer));
            }
            for (double[] direction : loss.fisherFactors(i, pass.outputs())) {
                pass.back(direction);
                for (int layer = 0; layer < layers.size(); layer++) {
                    visitor.signal(layer, pass.signal(layer));
                }
            }
        }
    }
}
