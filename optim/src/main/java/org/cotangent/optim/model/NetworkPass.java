package org.cotangent.optim.model;

import java.util.Arrays;
import java.util.List;

/**
 * A block of examples on its way through a network and back, with the arrays that this takes, for one block after the
 * other. What flows is stored by rows, one for each example.
 */
final class NetworkPass {

    private static final double[] NONE = {};

    private final List<DenseLayer> layers;
    private final Activation activation;
    private final Examples examples;
    private final OutputRows loss;
    private final Flow own;
    private final double[][] back;
    private final double[][] changes;
    private final double[][] backChanges;
    private double[] gathered = NONE;
    private double[] squares = NONE;

    private int[] batch = {};
    private int from;
    private int rows;
    private double[] inputs = NONE;
    private int firstInput;
    private Flow flow;

    /**
     * For blocks of a network.
     *
     * @param most rows that a block has
     */
    NetworkPass(List<DenseLayer> layers, Activation activation, Examples examples, OutputLoss loss, int most) {
        this.layers = layers;
        this.activation = activation;
        this.examples = examples;
        this.loss = new OutputRows(loss);
        own = Flow.curved(layers, most);
        back = Flow.arrays(layers, layers.size(), most);
        changes = Flow.arrays(layers, layers.size(), most);
        backChanges = Flow.arrays(layers, layers.size(), most);
        flow = own;
    }

    /** Turns to another block, and to arrays of its own. */
    void turnTo(int[] examplesOfBatch, int first, int count) {
        batch = examplesOfBatch;
        from = first;
        rows = count;
        flow = own;
        boolean isOnePiece = examples.isOnePiece(batch, from, rows);
        if (!isOnePiece) {
            gathered = examples.gathered(batch, from, rows, gathered);
        }
        inputs = isOnePiece ? examples.values() : gathered;
        firstInput = isOnePiece ? batch[from] * examples.width() : 0;
    }

    /** Turns to what an operator keeps of the same block. */
    void use(Flow kept) {
        flow = kept;
    }

    private double[] into(int l) {
        return l == 0 ? inputs : flow.units()[l - 1];
    }

    private int firstInto(int l) {
        return l == 0 ? firstInput : 0;
    }

    private int length(int l) {
        return rows * layers.get(l).outputs();
    }

    private boolean isLast(int l) {
        return l == layers.size() - 1;
    }

    /** Goes forward to the outputs. */
    void forward(double[] x) {
        for (int l = 0; l < layers.size(); l++) {
            double[] units = flow.units()[l];
            LayerProducts.through(layers.get(l), x, rows, into(l), firstInto(l), units);
            if (!isLast(l)) {
                activation.apply(units, length(l));
            }
        }
    }

    /** One row of outputs, for an input that is none of the examples. */
    double[] outputs(double[] x, double[] input) {
        rows = 1;
        flow = own;
        inputs = input;
        firstInput = 0;
        forward(x);
        return Arrays.copyOf(flow.outputs(), length(layers.size() - 1));
    }

    /** The sum of losses after {@link #forward}; what goes back of it is then at the outputs. */
    double loss() {
        return loss.valueAndSlopes(batch, from, rows, flow.outputs(), last(back));
    }

    private double[] last(double[][] arrays) {
        return arrays[layers.size() - 1];
    }

    /** Takes what is at the outputs back, and adds up the gradient. */
    void back(double[] x, double[] gradient) {
        for (int l = layers.size() - 1; l >= 0; l--) {
            LayerProducts.collect(layers.get(l), rows, back[l], into(l), firstInto(l), gradient);
            if (l > 0) {
                before(l, x, back[l], back[l - 1]);
                activation.multiplyBySlopes(into(l), back[l - 1], length(l - 1));
            }
        }
    }

    /** before = signal · W. */
    private void before(int l, double[] x, double[] signal, double[] before) {
        Arrays.fill(before, 0, length(l - 1), 0);
        LayerProducts.addBack(layers.get(l), x, rows, signal, before);
    }

    /** Adds the squares of the gradients of single examples: those of an outer product are the outer product of squares. */
    void squares(double[] x, double[] sums) {
        for (int l = layers.size() - 1; l >= 0; l--) {
            if (l > 0) {
                before(l, x, back[l], back[l - 1]);
                activation.multiplyBySlopes(into(l), back[l - 1], length(l - 1));
            }
            int count = rows * layers.get(l).inputs();
            squares = squares.length >= count ? squares : new double[count];
            square(into(l), firstInto(l), count, squares);
            square(back[l], 0, length(l), back[l]);
            LayerProducts.collect(layers.get(l), rows, back[l], squares, 0, sums);
        }
    }

    private static void square(double[] entries, int at, int count, double[] squares) {
        for (int i = 0; i < count; i++) {
            squares[i] = entries[at + i] * entries[at + i];
        }
    }

    /** Shows what goes into layers and what comes back of directions of the Fisher information. */
    void show(double[] x, LayeredModel.LayerVisitor visitor) {
        showActivations(visitor);
        for (double[] directions : loss.fisherFactors(batch, from, rows, flow.outputs())) {
            System.arraycopy(directions, 0, last(back), 0, directions.length);
            showSignals(x, visitor);
        }
    }

    /** The same with one random combination of the directions. */
    void showSketch(double[] x, long draw, LayeredModel.LayerVisitor visitor) {
        showActivations(visitor);
        loss.fisherSketch(batch, from, rows, flow.outputs(), draw, last(back));
        showSignals(x, visitor);
    }

    private void showActivations(LayeredModel.LayerVisitor visitor) {
        for (int l = 0; l < layers.size(); l++) {
            int first = firstInto(l);
            int end = first + rows * layers.get(l).inputs();
            visitor.activations(l, rows, Arrays.copyOfRange(into(l), first, end));
        }
    }

    private void showSignals(double[] x, LayeredModel.LayerVisitor visitor) {
        for (int l = layers.size() - 1; l > 0; l--) {
            before(l, x, back[l], back[l - 1]);
            activation.multiplyBySlopes(into(l), back[l - 1], length(l - 1));
        }
        for (int l = 0; l < layers.size(); l++) {
            visitor.signals(l, rows, Arrays.copyOf(back[l], length(l)));
        }
    }

    /** After {@link #forward}, adds a product Σ Jᵀ M J v to the one of the blocks before. */
    void product(double[] x, double[] v, OutputProduct middle, double[] product) {
        change(x, v);
        System.arraycopy(last(changes), 0, last(back), 0, length(layers.size() - 1));
        loss.multiply(middle, batch, from, rows, flow.outputs(), last(back));
        back(x, product);
    }

    /** How everything that flows changes along a direction. */
    private void change(double[] x, double[] v) {
        for (int l = 0; l < layers.size(); l++) {
            LayerProducts.through(layers.get(l), v, rows, into(l), firstInto(l), changes[l]);
            if (l > 0) {
                LayerProducts.addThrough(layers.get(l), x, rows, changes[l - 1], 0, changes[l]);
            }
            if (!isLast(l)) {
                activation.multiplyBySlopes(flow.units()[l], changes[l], length(l));
            }
        }
    }

    /** After {@link #forward}, prepares for products with the Hessian: what comes back of the loss, and how it bends. */
    void curve(double[] x) {
        double[][] signals = flow.signals();
        loss.valueAndSlopes(batch, from, rows, flow.outputs(), last(signals));
        for (int l = layers.size() - 1; l > 0; l--) {
            before(l, x, signals[l], signals[l - 1]);
            activation.bends(into(l), signals[l - 1], flow.bends()[l - 1], length(l - 1));
            activation.multiplyBySlopes(into(l), signals[l - 1], length(l - 1));
        }
    }

    /** After {@link #curve}, adds a product with the Hessian: the change of the gradient along v (Pearlmutter 1994). */
    void curvedProduct(double[] x, double[] v, OutputProduct hessian, double[] product) {
        change(x, v);
        System.arraycopy(last(changes), 0, last(backChanges), 0, length(layers.size() - 1));
        loss.multiply(hessian, batch, from, rows, flow.outputs(), last(backChanges));
        for (int l = layers.size() - 1; l >= 0; l--) {
            DenseLayer layer = layers.get(l);
            LayerProducts.collect(layer, rows, backChanges[l], into(l), firstInto(l), product);
            if (l > 0) {
                LayerProducts.collectWeights(layer, rows, flow.signals()[l], changes[l - 1], 0, product);
                changeBefore(l, x, v);
            }
        }
    }

    private void changeBefore(int l, double[] x, double[] v) {
        double[] before = backChanges[l - 1];
        before(l, x, backChanges[l], before);
        LayerProducts.addBack(layers.get(l), v, rows, flow.signals()[l], before);
        activation.multiplyBySlopes(into(l), before, length(l - 1));
        addProducts(flow.bends()[l - 1], changes[l - 1], before, length(l - 1));
    }

    private static void addProducts(double[] a, double[] b, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += a[i] * b[i];
        }
    }
}
