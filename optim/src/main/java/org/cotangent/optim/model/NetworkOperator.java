package org.cotangent.optim.model;

import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.LinearOperator;

/** A matrix of a network for a batch at a point, which keeps what flows there: no product goes forward at the point. */
final class NetworkOperator implements LinearOperator {

    private final DenseNetwork network;
    private final NetworkMatrix matrix;
    private final double[] x;
    private final int[] batch;
    private final Flow[] flows;

    NetworkOperator(DenseNetwork network, NetworkMatrix matrix, double[] x, int[] batch, Flow[] flows) {
        this.network = network;
        this.matrix = matrix;
        this.x = x;
        this.batch = batch;
        this.flows = flows;
    }

    @Override
    public int rows() {
        return network.dimension();
    }

    @Override
    public int columns() {
        return network.dimension();
    }

    @Override
    public long kept() {
        long bytes = 0;
        for (Flow flow : flows) {
            bytes += flow.bytes();
        }
        return bytes;
    }

    @Override
    public void apply(double[] v, double[] product) {
        Checks.length("direction", v, rows());
        Checks.distinct("product", product, "direction", v);
        network.product(matrix, x, batch, v, product, flows);
    }
}
