package org.cotangent.optim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.TwiceDifferentiableSum;

/**
 * A network of dense layers with a convex loss of its outputs, as a sum over examples with every derivative
 * that methods ask for: gradient, products with Hessian, Gauss-Newton and Fisher matrix, and what K-FAC needs. Made of
 * matrix products over blocks of examples, written by hand. Immutable.
 *
 * <pre>{@code
 * DenseNetwork network = new DenseNetwork(
 *                 pixels, new int[] {32}, Activation.TANH, new SoftmaxCrossEntropy(digits, 10))
 *         .weightPenalty(1e-3);
 * }</pre>
 */
public final class DenseNetwork implements LayeredModel, TwiceDifferentiableSum, SquaredGradients {

    /** Examples that go through together: enough for matrix products, few enough for the cache. */
    private static final int BLOCK = 128;

    private final double[][] inputs;
    private final List<DenseLayer> layers;
    private final Activation activation;
    private final OutputLoss loss;
    private final int dimension;
    private final Penalty penalty;

    /**
     * A network without penalty.
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
        penalty = new Penalty(0, true);
    }

    private DenseNetwork(DenseNetwork other, Penalty penalty) {
        inputs = other.inputs;
        layers = other.layers;
        activation = other.activation;
        loss = other.loss;
        dimension = other.dimension;
        this.penalty = penalty;
    }

    /** A copy whose examples each add curvature / 2 times the sum of squares of all variables, in place of another penalty. */
    public DenseNetwork penalty(double curvature) {
        return new DenseNetwork(this, new Penalty(curvature, true));
    }

    /** A copy whose examples each add curvature / 2 times the sum of squares of the weights; offsets are free. */
    public DenseNetwork weightPenalty(double curvature) {
        return new DenseNetwork(this, new Penalty(curvature, false));
    }

    @Override
    public List<DenseLayer> layers() {
        return layers;
    }

    @Override
    public double penalty() {
        return penalty.curvature();
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
        Checks.length("input", input, inputs[0].length, "inputs of the network");
        return new NetworkPass(layers, activation, x, new double[][] {input}).outputs();
    }

    private int[][] blocks(double[] x, int[] batch) {
        Checks.length("point", x, dimension);
        FiniteSums.requireBatch(batch, size());
        int[][] blocks = new int[(batch.length + BLOCK - 1) / BLOCK][];
        Arrays.setAll(blocks, k -> Arrays.copyOfRange(batch, k * BLOCK, Math.min(batch.length, (k + 1) * BLOCK)));
        return blocks;
    }

    private NetworkPass pass(double[] x, int[] block) {
        double[][] some = new double[block.length][];
        Arrays.setAll(some, row -> inputs[block[row]]);
        return new NetworkPass(layers, activation, x, some);
    }

    private OutputRows rows(NetworkPass pass, int[] block) {
        return new OutputRows(loss, block, pass.outputs());
    }

    @Override
    public double value(double[] x, int[] batch) {
        double sum = 0;
        for (int[] block : blocks(x, batch)) {
            sum += rows(pass(x, block), block).value();
        }
        return sum + batch.length * penalty.value(layers, x);
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        clear("gradient", gradient, x);
        double sum = 0;
        for (int[] block : blocks(x, batch)) {
            NetworkPass pass = pass(x, block);
            OutputRows rows = rows(pass, block);
            sum += rows.value();
            pass.back(rows.gradient(), gradient);
        }
        penalty.addProduct(layers, batch.length, x, gradient);
        return sum + batch.length * penalty.value(layers, x);
    }

    @Override
    public void hessianVectorProduct(double[] x, int[] batch, double[] v, double[] product) {
        clear(x, v, product);
        for (int[] block : blocks(x, batch)) {
            NetworkPass pass = pass(x, block);
            OutputRows rows = rows(pass, block);
            double[][] changes = pass.changes(v);
            double[] curved = rows.products(loss::hessianProduct, changes[layers.size()]);
            pass.backChange(rows.gradient(), curved, v, changes, product);
        }
        penalty.addProduct(layers, batch.length, v, product);
    }

    @Override
    public void gaussNewtonProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(x, batch, v, product, loss::hessianProduct);
        penalty.addProduct(layers, batch.length, v, product);
    }

    @Override
    public void fisherProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(x, batch, v, product, loss::fisherProduct);
    }

    private void product(double[] x, int[] batch, double[] v, double[] product, OutputRows.Product middle) {
        clear(x, v, product);
        for (int[] block : blocks(x, batch)) {
            NetworkPass pass = pass(x, block);
            double[] changes = pass.changes(v)[layers.size()];
            pass.back(rows(pass, block).products(middle, changes), product);
        }
    }

    @Override
    public void squaredGradients(double[] x, int[] batch, double[] squares) {
        clear("squares", squares, x);
        for (int[] block : blocks(x, batch)) {
            NetworkPass pass = pass(x, block);
            pass.squares(rows(pass, block).gradient(), squares);
        }
    }

    @Override
    public boolean takesData(int layer) {
        return layer == 0;
    }

    @Override
    public void visit(double[] x, int[] batch, LayerVisitor visitor) {
        visit(x, batch, OutputRows::fisherFactors, visitor);
    }

    @Override
    public void sketch(double[] x, int[] batch, long draw, LayerVisitor visitor) {
        visit(x, batch, rows -> new double[][] {rows.fisherSketch(draw)}, visitor);
    }

    private void visit(double[] x, int[] batch, Function<OutputRows, double[][]> sets, LayerVisitor visitor) {
        for (int[] block : blocks(x, batch)) {
            NetworkPass pass = pass(x, block);
            for (int layer = 0; layer < layers.size(); layer++) {
                visitor.activations(layer, block.length, pass.inputs(layer));
            }
            for (double[] directions : sets.apply(rows(pass, block))) {
                double[][] signals = pass.signals(directions);
                for (int layer = 0; layer < layers.size(); layer++) {
                    visitor.signals(layer, block.length, signals[layer]);
                }
            }
        }
    }

    private void clear(double[] x, double[] v, double[] product) {
        Checks.length("direction", v, dimension);
        Checks.distinct("product", product, "direction", v);
        clear("product", product, x);
    }

    private void clear(String name, double[] output, double[] x) {
        Checks.length(name, output, dimension);
        Checks.distinct(name, output, "point", x);
        Arrays.fill(output, 0);
    }
}
