package org.cotangent.optim.stochastic;

import org.cotangent.ad.function.FiniteSum;
import org.cotangent.optim.run.Vectors;
import org.ejml.data.DMatrixRMaj;

/**
 * The gradient in the metric of the empirical Fisher matrix, the mean of gᵢ gᵢᵀ over the batch: exact by the gradients
 * of the single examples and a system as large as the batch, (λ I + G Gᵀ/m)⁻¹ g = (g − G (m λ I + GᵀG)⁻¹ Gᵀg) / λ
 * (Woodbury 1950). It needs no model, and is no approximation of the Fisher matrix where examples are not
 * explained (Kunstner, Balles, Hennig 2019, Limitations of the empirical Fisher approximation).
 *
 * @param damping λ, positive
 */
public record EmpiricalNaturalGradient(double damping) implements Transformation<FiniteSum> {

    public EmpiricalNaturalGradient {
        Require.positive("damping", damping, "1e-3");
    }

    @Override
    public Memory begin(Objective<? extends FiniteSum> objective) {
        return new Stateless(update -> turn(objective, update));
    }

    private void turn(Objective<? extends FiniteSum> objective, Update update) {
        double[] vector = update.vector();
        int m = update.batch().length;
        double[][] gradients = new double[m][vector.length];
        objective.gradients(update.point(), update.batch(), gradients);
        DMatrixRMaj inner = new DMatrixRMaj(m, m);
        double[] weights = new double[m];
        for (int i = 0; i < m; i++) {
            weights[i] = Vectors.dot(gradients[i], vector);
            for (int j = 0; j <= i; j++) {
                double product = Vectors.dot(gradients[i], gradients[j]);
                inner.set(i, j, product);
                inner.set(j, i, product);
            }
            inner.add(i, i, m * damping);
        }
        Cholesky.solve(inner, weights);
        for (int i = 0; i < m; i++) {
            Vectors.addScaled(-weights[i], gradients[i], vector);
        }
        Vectors.scale(1 / damping, vector);
    }
}
