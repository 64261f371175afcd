package org.cotangent.optim.model;

import java.util.Objects;
import org.cotangent.ad.function.Checks;

/** ½ ‖z − y‖²: normal errors of deviation 1. Outputs are natural parameters. */
public final class SquaredError implements OutputLoss {

    private final double[][] targets;

    /**
     * A loss for targets.
     *
     * @param targets one row for each example, all of one length, finite; copied
     */
    public SquaredError(double[][] targets) {
        Objects.requireNonNull(targets, "targets is null, expected one row for each example");
        this.targets = new double[targets.length][];
        for (int i = 0; i < targets.length; i++) {
            this.targets[i] = row(i, targets[i]);
            Checks.row("targets", i, targets[i].length, targets[0].length);
        }
    }

    private static double[] row(int example, double[] target) {
        Objects.requireNonNull(target, () -> "targets[" + example + "] is null, expected the numbers of an example");
        for (int k = 0; k < target.length; k++) {
            if (!Double.isFinite(target[k])) {
                throw new IllegalArgumentException("targets[" + example + "][" + k + "] is " + target[k]
                        + ", expected a finite number; leave the example out");
            }
        }
        return target.clone();
    }

    @Override
    public int size() {
        return targets.length;
    }

    @Override
    public int outputs() {
        return targets[0].length;
    }

    @Override
    public double valueAndGradient(int example, double[] z, double[] gradient) {
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            gradient[k] = z[k] - targets[example][k];
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
