package org.cotangent.optim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableSum;

/**
 * A network of dense layers with a convex loss of its outputs, as a sum over examples with every derivative
 * that methods ask for: gradient, products with Hessian, Gauss-Newton and Fisher matrix, and what K-FAC needs. Made of
 * matrix products over blocks of examples, written by hand. Immutable, and safe to call from several threads if the loss is.
 *
 * <pre>{@code
 * DenseNetwork network = new DenseNetwork(
 *                 pixels, new int[] {32}, Activation.TANH, new SoftmaxCrossEntropy(digits, 10))
 *         .weightPenalty(1e-3);
 * double[] start = network.start(1);
 * }</pre>
 */
public final class DenseNetwork implements LayeredModel, TwiceDifferentiableSum, SquaredGradients {

    private final Examples examples;
    private final List<DenseLayer> layers;
    private final int dimension;
    private final Penalty penalty;
    private final NetworkBlocks blocks;
    private final NetworkMatrix hessian;
    private final NetworkMatrix gaussNewton;
    private final NetworkMatrix fisher;

    /**
     * A network without penalty.
     *
     * @param inputs one row for each example, at least one, all of one length, finite numbers; copied
     * @param hidden units of each hidden layer, at least 1 each; empty for a network without hidden layers
     * @param activation of hidden units; outputs have none
     * @param loss of the outputs, as many as it says
     * @throws IllegalArgumentException if something does not fit, naming it
     */
    public DenseNetwork(double[][] inputs, int[] hidden, Activation activation, OutputLoss loss) {
        Objects.requireNonNull(loss, "loss is null, expected one such as SoftmaxCrossEntropy");
        Objects.requireNonNull(activation, "activation is null, expected one such as Activation.TANH");
        Objects.requireNonNull(inputs, "inputs is null, expected one row for each example");
        Objects.requireNonNull(hidden, "hidden is null, expected units of each hidden layer, or none");
        Checks.sameCount("rows of inputs", inputs.length, "examples of the loss", loss.size());
        if (inputs.length == 0) {
            throw new IllegalArgumentException("there are 0 examples, expected at least 1; a mean needs one");
        }
        examples = new Examples("inputs", inputs);
        layers = layers(examples.width(), hidden, loss.outputs());
        dimension = layers.get(hidden.length).to();
        penalty = new Penalty(0, true);
        blocks = new NetworkBlocks(layers, activation, examples, loss);
        hessian = NetworkMatrix.hessian(loss);
        gaussNewton = NetworkMatrix.gaussNewton(loss);
        fisher = NetworkMatrix.fisher(loss);
    }

    private static List<DenseLayer> layers(int inputs, int[] hidden, int outputs) {
        List<DenseLayer> layers = new ArrayList<>();
        int from = 0;
        int width = inputs;
        for (int k = 0; k <= hidden.length; k++) {
            DenseLayer layer = new DenseLayer(from, width, k < hidden.length ? hidden[k] : outputs);
            layers.add(layer);
            from = layer.to();
            width = layer.outputs();
        }
        return List.copyOf(layers);
    }

    private DenseNetwork(DenseNetwork other, Penalty penalty) {
        examples = other.examples;
        layers = other.layers;
        dimension = other.dimension;
        blocks = other.blocks;
        hessian = other.hessian;
        gaussNewton = other.gaussNewton;
        fisher = other.fisher;
        this.penalty = penalty;
    }

    /**
     * A copy whose examples each add curvature / 2 times the sum of squares of all variables, in place of another penalty.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public DenseNetwork penalty(double curvature) {
        return new DenseNetwork(this, new Penalty(curvature, true));
    }

    /** The same with the sum of squares of the weights alone; offsets are free. */
    public DenseNetwork weightPenalty(double curvature) {
        return new DenseNetwork(this, new Penalty(curvature, false));
    }

    /**
     * A point to start from: weights uniform between ±√(6 / (inputs + outputs)) of their layer (Glorot, Bengio 2010,
     * Understanding the difficulty of training deep feedforward neural networks, equation 16), offsets 0. At zeros all
     * units of a layer are alike and stay so.
     *
     * @param seed the same one gives the same bits
     * @return length n
     */
    public double[] start(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[dimension];
        for (DenseLayer layer : layers) {
            double bound = Math.sqrt(6.0 / (layer.inputs() + layer.outputs()));
            for (int i = layer.from(); i < layer.offsets(); i++) {
                x[i] = bound * (2 * random.nextDouble() - 1);
            }
        }
        return x;
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
        return examples.size();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    /**
     * The outputs for one input.
     *
     * @param x point, length n, not modified
     * @param input as long as those of the examples, not modified
     * @return one number for each output, a new array
     */
    public double[] outputs(double[] x, double[] input) {
        Checks.length("point", x, dimension);
        Checks.length("input", input, examples.width(), "inputs of the network");
        return blocks.outputs(x, input);
    }

    @Override
    public double value(double[] x, int[] batch) {
        require(x, batch);
        return blocks.value(x, batch) + batch.length * penalty.value(layers, x);
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        require(x, batch);
        clear("gradient", gradient, x);
        double sum = blocks.valueAndGradient(x, batch, gradient);
        penalty.addProduct(layers, batch.length, x, gradient);
        return sum + batch.length * penalty.value(layers, x);
    }

    @Override
    public void hessianVectorProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(hessian, x, batch, v, product);
    }

    @Override
    public LinearOperator hessianAt(double[] x, int[] batch) {
        return operator(hessian, x, batch);
    }

    @Override
    public void gaussNewtonProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(gaussNewton, x, batch, v, product);
    }

    @Override
    public LinearOperator gaussNewtonAt(double[] x, int[] batch) {
        return operator(gaussNewton, x, batch);
    }

    @Override
    public void fisherProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(fisher, x, batch, v, product);
    }

    @Override
    public LinearOperator fisherAt(double[] x, int[] batch) {
        return operator(fisher, x, batch);
    }

    private LinearOperator operator(NetworkMatrix matrix, double[] x, int[] batch) {
        require(x, batch);
        return new NetworkOperator(this, matrix, x, batch, blocks.flows(matrix, x, batch));
    }

    private void product(NetworkMatrix matrix, double[] x, int[] batch, double[] v, double[] product) {
        begin(x, batch, v, product);
        blocks.addProduct(matrix, x, batch, v, product);
        addPenalty(matrix, batch, v, product);
    }

    /**
     * Sets a product.
     *
     * @param flows what is known of the blocks of the batch
     */
    void product(NetworkMatrix matrix, double[] x, int[] batch, double[] v, double[] product, Flow[] flows) {
        begin(x, batch, v, product);
        blocks.addProduct(matrix, x, batch, v, product, flows);
        addPenalty(matrix, batch, v, product);
    }

    private void begin(double[] x, int[] batch, double[] v, double[] product) {
        require(x, batch);
        Checks.length("direction", v, dimension);
        Checks.distinct("product", product, "direction", v);
        clear("product", product, x);
    }

    private void addPenalty(NetworkMatrix matrix, int[] batch, double[] v, double[] product) {
        if (matrix.isPenalized()) {
            penalty.addProduct(layers, batch.length, v, product);
        }
    }

    @Override
    public void squaredGradients(double[] x, int[] batch, double[] squares) {
        require(x, batch);
        clear("squares", squares, x);
        blocks.addSquares(x, batch, squares);
    }

    @Override
    public boolean takesData(int layer) {
        return layer == 0;
    }

    @Override
    public void visit(double[] x, int[] batch, LayerVisitor visitor) {
        require(x, batch);
        blocks.forward(x, batch, pass -> pass.show(x, visitor));
    }

    @Override
    public void sketch(double[] x, int[] batch, long draw, LayerVisitor visitor) {
        require(x, batch);
        blocks.forward(x, batch, pass -> pass.showSketch(x, draw, visitor));
    }

    private void require(double[] x, int[] batch) {
        Checks.length("point", x, dimension);
        FiniteSums.requireBatch(batch, size());
    }

    private void clear(String name, double[] output, double[] x) {
        Checks.length(name, output, dimension);
        Checks.distinct(name, output, "point", x);
        Arrays.fill(output, 0);
    }
}
