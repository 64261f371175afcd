package org.cotangent.optim.model;

import java.util.Objects;

/** ½ ‖z − y‖²: normal errors of deviation 1. Outputs are natural parameters. */
public final class SquaredError implements OutputLoss {

    private final Examples targets;

    /**
     * A loss for targets.
     *
     * @param targets one row for each example, at least one, all of one length, finite numbers; copied
     * @throws IllegalArgumentException if they are not, naming the first
     */
    public SquaredError(double[][] targets) {
        Objects.requireNonNull(targets, "targets is null, expected one row for each example");
        if (targets.length == 0) {
            throw new IllegalArgumentException("there are 0 rows of targets, expected one for each example");
        }
        this.targets = new Examples("targets", targets);
    }

    @Override
    public int size() {
        return targets.size();
    }

    @Override
    public int outputs() {
        return targets.width();
    }

    @Override
    public double valueAndGradient(int example, double[] z, double[] gradient) {
        double[] y = targets.values();
        int from = example * targets.width();
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            gradient[k] = z[k] - y[from + k];
            sum += gradient[k] * gradient[k];
        }
        return sum / 2;
    }

    @Override
    public void hessianProduct(int example, double[] z, double[] v, double[] product) {
        System.arraycopy(v, 0, product, 0, v.length);
    }

    @Override
    public double[][] fisherFactors(int example, double[] z) {
        double[][] factors = new double[z.length][z.length];
        for (int k = 0; k < z.length; k++) {
            factors[k][k] = 1;
        }
        return factors;
    }
}
