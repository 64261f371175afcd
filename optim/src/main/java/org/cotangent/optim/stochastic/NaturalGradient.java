package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.function.FisherSum;
import org.cotangent.optim.run.Vectors;

/**
 * The gradient in the metric of what the model predicts: (F + λ I)⁻¹ g with the Fisher matrix of the batch,
 * by conjugate gradients (Amari 1998, Natural gradient works efficiently in learning; matrix-free: Martens
 * 2010), shortened where the predictions would change by more than a divergence: ½ uᵀF u ≤ δ, the
 * Kullback-Leibler divergence to second order (Schulman et al. 2015, Trust region policy optimization,
 * appendix C). A rate of 1 goes where that asks.
 *
 * @param damping λ, positive
 * @param products at most, for one update
 * @param divergence δ, positive, infinite for no limit
 */
public record NaturalGradient(double damping, int products, double divergence) implements Transformation<FisherSum> {

    public NaturalGradient {
        Require.positive("damping", damping, "1e-3");
        Require.count("products", products, "20");
        if (!(divergence > 0)) {
            throw new IllegalArgumentException(
                    "divergence is " + divergence + ", expected a positive number; infinity sets no limit");
        }
    }

    @Override
    public Memory begin(Objective<? extends FisherSum> objective) {
        return new Stateless(update -> turn(objective, update));
    }

    private void turn(Objective<? extends FisherSum> objective, Update update) {
        double[] x = update.point();
        double[] vector = update.vector();
        double[] ones = new double[vector.length];
        Arrays.fill(ones, 1);
        DampedSolve system = new DampedSolve(
                (v, product) -> objective.product(
                        update.batch(), (sum, batch, part) -> sum.fisherProduct(x, batch, v, part), product),
                damping,
                vector.clone(),
                ones);
        List<DampedSolve.Kept> steps = system.solve(new double[vector.length], products);
        double[] step = steps.get(steps.size() - 1).step();
        double factor = factor(objective, update, step);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = -factor * step[i];
        }
    }

    private double factor(Objective<? extends FisherSum> objective, Update update, double[] step) {
        if (Double.isInfinite(divergence)) {
            return 1;
        }
        double[] x = update.point();
        double[] product = new double[step.length];
        objective.product(update.batch(), (sum, batch, part) -> sum.fisherProduct(x, batch, step, part), product);
        double change = Vectors.dot(step, product) / 2;
        return change > divergence ? Math.sqrt(divergence / change) : 1;
    }
}
