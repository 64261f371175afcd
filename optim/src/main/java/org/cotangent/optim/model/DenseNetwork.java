package org.cotangent.optim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.Pool;
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
 * double[] start = network.start(1);
 * }</pre>
 */
public final class DenseNetwork implements LayeredModel, TwiceDifferentiableSum, SquaredGradients {

    /** Examples that go through together: enough for matrix products, few enough for the cache. */
    private static final int BLOCK = 128;

    private static final Flow[] NONE = {};

    private final Examples examples;
    private final List<DenseLayer> layers;
    private final OutputLoss loss;
    private final int dimension;
    private final Penalty penalty;
    private final Pool<NetworkPass> passes;
    private final Curvature hessian;
    private final Curvature gaussNewton;
    private final Curvature fisher;

    /**
     * A matrix of second derivatives, or in place of them.
     *
     * @param isWhole whether the network's own curvature is part of it
     * @param isPenalized whether the penalty's is
     * @param middle the matrix of the outputs
     */
    record Curvature(boolean isWhole, boolean isPenalized, OutputRows.Product middle) {}

    /**
     * A network without penalty.
     *
     * @param inputs one row for each example; copied
     * @param hidden units of each hidden layer
     * @param activation of hidden units; outputs have none
     * @param loss of the outputs, as many as it says
     */
    public DenseNetwork(double[][] inputs, int[] hidden, Activation activation, OutputLoss loss) {
        this.loss = Objects.requireNonNull(loss, "loss is null, expected one such as SoftmaxCrossEntropy");
        Objects.requireNonNull(activation, "activation is null, expected one such as Activation.TANH");
        Objects.requireNonNull(inputs, "inputs is null, expected one row for each example");
        Objects.requireNonNull(hidden, "hidden is null, expected units of each hidden layer, or none");
        Checks.sameCount("rows of inputs", inputs.length, "examples of the loss", loss.size());
        if (inputs.length == 0) {
            throw new IllegalArgumentException("there are 0 examples, expected at least 1; a mean needs one");
        }
        examples = new Examples("inputs", inputs);
        List<DenseLayer> all = new ArrayList<>();
        int from = 0;
        int width = examples.width();
        for (int k = 0; k <= hidden.length; k++) {
            DenseLayer layer = new DenseLayer(from, width, k < hidden.length ? hidden[k] : loss.outputs());
            all.add(layer);
            from = layer.to();
            width = layer.outputs();
        }
        layers = List.copyOf(all);
        dimension = from;
        penalty = new Penalty(0, true);
        passes = new Pool<>(() -> new NetworkPass(layers, activation, examples, loss, BLOCK));
        hessian = new Curvature(true, true, loss::hessianProduct);
        gaussNewton = new Curvature(false, true, loss::hessianProduct);
        fisher = new Curvature(false, false, loss::fisherProduct);
    }

    private DenseNetwork(DenseNetwork other, Penalty penalty) {
        examples = other.examples;
        layers = other.layers;
        loss = other.loss;
        dimension = other.dimension;
        passes = other.passes;
        hessian = other.hessian;
        gaussNewton = other.gaussNewton;
        fisher = other.fisher;
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

    /** The outputs for one input. */
    public double[] outputs(double[] x, double[] input) {
        Checks.length("point", x, dimension);
        Checks.length("input", input, examples.width(), "inputs of the network");
        NetworkPass pass = passes.borrow();
        double[] outputs = pass.outputs(x, input);
        passes.giveBack(pass);
        return outputs;
    }

    @Override
    public double value(double[] x, int[] batch) {
        require(x, batch);
        NetworkPass pass = passes.borrow();
        double sum = 0;
        for (int from = 0; from < batch.length; from += BLOCK) {
            forward(pass, x, batch, from);
            sum += pass.loss();
        }
        passes.giveBack(pass);
        return sum + batch.length * penalty.value(layers, x);
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        require(x, batch);
        clear("gradient", gradient, x);
        NetworkPass pass = passes.borrow();
        double sum = 0;
        for (int from = 0; from < batch.length; from += BLOCK) {
            forward(pass, x, batch, from);
            sum += pass.loss();
            pass.back(x, gradient);
        }
        passes.giveBack(pass);
        penalty.addProduct(layers, batch.length, x, gradient);
        return sum + batch.length * penalty.value(layers, x);
    }

    @Override
    public void hessianVectorProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(hessian, x, batch, v, product, NONE);
    }

    @Override
    public LinearOperator hessianAt(double[] x, int[] batch) {
        return operator(hessian, x, batch);
    }

    @Override
    public void gaussNewtonProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(gaussNewton, x, batch, v, product, NONE);
    }

    @Override
    public LinearOperator gaussNewtonAt(double[] x, int[] batch) {
        return operator(gaussNewton, x, batch);
    }

    @Override
    public void fisherProduct(double[] x, int[] batch, double[] v, double[] product) {
        product(fisher, x, batch, v, product, NONE);
    }

    @Override
    public LinearOperator fisherAt(double[] x, int[] batch) {
        return operator(fisher, x, batch);
    }

    private LinearOperator operator(Curvature curvature, double[] x, int[] batch) {
        require(x, batch);
        Flow[] flows = new Flow[(batch.length + BLOCK - 1) / BLOCK];
        NetworkPass pass = passes.borrow();
        for (int k = 0; k < flows.length; k++) {
            int rows = turnTo(pass, batch, k * BLOCK);
            flows[k] = curvature.isWhole() ? Flow.curved(layers, rows) : Flow.forward(layers, rows);
            pass.use(flows[k]);
            linearise(pass, curvature, x);
        }
        passes.giveBack(pass);
        return new NetworkOperator(this, curvature, x, batch, flows);
    }

    /**
     * Sets a product.
     *
     * @param flows what is known of the blocks of the batch; none, or all
     */
    void product(Curvature curvature, double[] x, int[] batch, double[] v, double[] product, Flow[] flows) {
        require(x, batch);
        Checks.length("direction", v, dimension);
        Checks.distinct("product", product, "direction", v);
        clear("product", product, x);
        NetworkPass pass = passes.borrow();
        for (int from = 0; from < batch.length; from += BLOCK) {
            turnTo(pass, batch, from);
            if (flows.length > 0) {
                pass.use(flows[from / BLOCK]);
            } else {
                linearise(pass, curvature, x);
            }
            if (curvature.isWhole()) {
                pass.curvedProduct(x, v, curvature.middle(), product);
            } else {
                pass.product(x, v, curvature.middle(), product);
            }
        }
        passes.giveBack(pass);
        if (curvature.isPenalized()) {
            penalty.addProduct(layers, batch.length, v, product);
        }
    }

    private static void linearise(NetworkPass pass, Curvature curvature, double[] x) {
        pass.forward(x);
        if (curvature.isWhole()) {
            pass.curve(x);
        }
    }

    @Override
    public void squaredGradients(double[] x, int[] batch, double[] squares) {
        require(x, batch);
        clear("squares", squares, x);
        NetworkPass pass = passes.borrow();
        for (int from = 0; from < batch.length; from += BLOCK) {
            forward(pass, x, batch, from);
            pass.loss();
            pass.squares(x, squares);
        }
        passes.giveBack(pass);
    }

    @Override
    public boolean takesData(int layer) {
        return layer == 0;
    }

    @Override
    public void visit(double[] x, int[] batch, LayerVisitor visitor) {
        visit(x, batch, pass -> pass.show(x, visitor));
    }

    @Override
    public void sketch(double[] x, int[] batch, long draw, LayerVisitor visitor) {
        visit(x, batch, pass -> pass.showSketch(x, draw, visitor));
    }

    private void visit(double[] x, int[] batch, Consumer<NetworkPass> show) {
        require(x, batch);
        NetworkPass pass = passes.borrow();
        for (int from = 0; from < batch.length; from += BLOCK) {
            forward(pass, x, batch, from);
            show.accept(pass);
        }
        passes.giveBack(pass);
    }

    private static int turnTo(NetworkPass pass, int[] batch, int from) {
        int rows = Math.min(BLOCK, batch.length - from);
        pass.turnTo(batch, from, rows);
        return rows;
    }

    private static void forward(NetworkPass pass, double[] x, int[] batch, int from) {
        turnTo(pass, batch, from);
        pass.forward(x);
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
