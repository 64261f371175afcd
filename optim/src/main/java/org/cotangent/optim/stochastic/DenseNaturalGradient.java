package org.cotangent.optim.stochastic;

import org.cotangent.ad.function.FisherSum;
import org.ejml.data.DMatrixRMaj;

/**
 * The natural gradient (F + λ I)⁻¹ g with the whole Fisher matrix of the batch and its Cholesky factor: exact, n
 * products an update and n³ operations, for up to some hundred variables (Amari 1998, Natural gradient works
 * efficiently in learning, equation 3).
 *
 * @param damping λ, positive
 */
public record DenseNaturalGradient(double damping) implements Transformation<FisherSum> {

    public DenseNaturalGradient {
        Require.positive("damping", damping, "1e-6");
    }

    @Override
    public Memory begin(Objective<? extends FisherSum> objective) {
        return new Stateless(update -> turn(objective, update));
    }

    private void turn(Objective<? extends FisherSum> objective, Update update) {
        int n = update.vector().length;
        double[] x = update.point();
        double[] unit = new double[n];
        double[] column = new double[n];
        DMatrixRMaj fisher = new DMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            objective.product(update.batch(), (sum, batch, part) -> sum.fisherProduct(x, batch, unit, part), column);
            unit[j] = 0;
            System.arraycopy(column, 0, fisher.data, j * n, n);
            fisher.add(j, j, damping);
        }
        Cholesky.solve(fisher, update.vector());
    }
}
