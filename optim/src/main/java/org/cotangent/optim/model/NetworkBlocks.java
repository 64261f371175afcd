package org.cotangent.optim.model;

import java.util.List;
import java.util.function.Consumer;
import org.cotangent.ad.function.Pool;

/**
 * Batches on their way through a network, block by block: sums over a batch of what {@link NetworkPass} computes of a
 * block. Nothing is checked, and nothing but what is said to be overwritten is cleared. Any number of threads at once.
 */
final class NetworkBlocks {

    /** Examples that go through together: enough for matrix products, few enough for the cache. */
    private static final int BLOCK = 128;

    private static final Flow[] NONE = {};

    private final List<DenseLayer> layers;
    private final Pool<NetworkPass> passes;

    NetworkBlocks(List<DenseLayer> layers, Activation activation, Examples examples, OutputLoss loss) {
        this.layers = layers;
        passes = new Pool<>(() -> new NetworkPass(layers, activation, examples, loss, BLOCK));
    }

    /** The outputs for one input that is none of the examples. */
    double[] outputs(double[] x, double[] input) {
        NetworkPass pass = passes.borrow();
        double[] outputs = pass.outputs(x, input);
        passes.giveBack(pass);
        return outputs;
    }

    /** The sum of losses. */
    double value(double[] x, int[] batch) {
        NetworkPass pass = passes.borrow();
        double sum = 0;
        for (int block = 0; block < count(batch); block++) {
            forward(pass, x, batch, block);
            sum += pass.loss();
        }
        passes.giveBack(pass);
        return sum;
    }

    /** The sum of losses; adds that of their gradients. */
    double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        NetworkPass pass = passes.borrow();
        double sum = 0;
        for (int block = 0; block < count(batch); block++) {
            forward(pass, x, batch, block);
            sum += pass.loss();
            pass.back(x, gradient);
        }
        passes.giveBack(pass);
        return sum;
    }

    /** Adds squared entries of the gradients of single examples. */
    void addSquares(double[] x, int[] batch, double[] squares) {
        NetworkPass pass = passes.borrow();
        for (int block = 0; block < count(batch); block++) {
            forward(pass, x, batch, block);
            pass.loss();
            pass.squares(x, squares);
        }
        passes.giveBack(pass);
    }

    /** Goes forward with every block, and on from there. */
    void forward(double[] x, int[] batch, Consumer<NetworkPass> onwards) {
        NetworkPass pass = passes.borrow();
        for (int block = 0; block < count(batch); block++) {
            forward(pass, x, batch, block);
            onwards.accept(pass);
        }
        passes.giveBack(pass);
    }

    /** What products at one point share, for every block. */
    Flow[] flows(NetworkMatrix matrix, double[] x, int[] batch) {
        Flow[] flows = new Flow[count(batch)];
        NetworkPass pass = passes.borrow();
        for (int block = 0; block < flows.length; block++) {
            int rows = turn(pass, batch, block);
            flows[block] = matrix.isWhole() ? Flow.curved(layers, rows) : Flow.forward(layers, rows);
            pass.use(flows[block]);
            linearise(pass, matrix, x);
        }
        passes.giveBack(pass);
        return flows;
    }

    /** Adds a product, where nothing is known of the point. */
    void addProduct(NetworkMatrix matrix, double[] x, int[] batch, double[] v, double[] product) {
        addProduct(matrix, x, batch, v, product, NONE);
    }

    /**
     * Adds a product.
     *
     * @param flows what {@link #flows} told of the batch, or none
     */
    void addProduct(NetworkMatrix matrix, double[] x, int[] batch, double[] v, double[] product, Flow[] flows) {
        NetworkPass pass = passes.borrow();
        for (int block = 0; block < count(batch); block++) {
            turn(pass, batch, block);
            if (flows.length > 0) {
                pass.use(flows[block]);
            } else {
                linearise(pass, matrix, x);
            }
            if (matrix.isWhole()) {
                pass.curvedProduct(x, v, matrix.middle(), product);
            } else {
                pass.product(x, v, matrix.middle(), product);
            }
        }
        passes.giveBack(pass);
    }

    private static void linearise(NetworkPass pass, NetworkMatrix matrix, double[] x) {
        pass.forward(x);
        if (matrix.isWhole()) {
            pass.curve(x);
        }
    }

    private static void forward(NetworkPass pass, double[] x, int[] batch, int block) {
        turn(pass, batch, block);
        pass.forward(x);
    }

    private static int turn(NetworkPass pass, int[] batch, int block) {
        int rows = Math.min(BLOCK, batch.length - block * BLOCK);
        pass.turnTo(batch, block * BLOCK, rows);
        return rows;
    }

    private static int count(int[] batch) {
        return (batch.length + BLOCK - 1) / BLOCK;
    }
}
