package org.cotangent.optim.stochastic;

import java.util.List;
import org.cotangent.ad.function.FisherSum;
import org.cotangent.ad.function.LinearOperator;
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
 * @param residual of a solution, relative to the gradient: fewer products are spent where it is that small
 */
public record NaturalGradient(double damping, int products, double divergence, double residual)
        implements Transformation<FisherSum> {

    private static final double ROUGHLY = 0.1;

    public NaturalGradient {
        Require.positive("damping", damping, "1e-3");
        Require.count("products", products, "20");
        Require.positive("residual", residual, "0.1");
        if (!(divergence > 0)) {
            throw new IllegalArgumentException(
                    "divergence is " + divergence + ", expected a positive number; infinity sets no limit");
        }
    }

    /** The same with a residual of a tenth, from which on directions hardly differ. */
    public NaturalGradient(double damping, int products, double divergence) {
        this(damping, products, divergence, ROUGHLY);
    }

    @Override
    public Memory begin(Objective<? extends FisherSum> objective) {
        return new Stateless(update -> turn(objective, update));
    }

    private void turn(Objective<? extends FisherSum> objective, Update update) {
        double[] x = update.point();
        double[] vector = update.vector();
        LinearOperator matrix = objective.matrix(update.batch(), (sum, batch) -> sum.fisherAt(x, batch));
        double small = residual * Vectors.norm(vector);
        DampedSolve.Ending ending = (iteration, before, after, rest) -> Vectors.norm(rest) <= small;
        DampedSolve system = new DampedSolve(
                matrix::apply, damping, vector.clone(), (v, product) -> System.arraycopy(v, 0, product, 0, v.length));
        List<DampedSolve.Kept> steps = system.solve(new double[vector.length], ending, products);
        double[] step = steps.get(steps.size() - 1).step();
        double factor = factor(matrix, step);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = -factor * step[i];
        }
    }

    private double factor(LinearOperator matrix, double[] step) {
        if (Double.isInfinite(divergence)) {
            return 1;
        }
        double[] product = new double[step.length];
        matrix.apply(step, product);
        double change = Vectors.dot(step, product) / 2;
        return change > divergence ? Math.sqrt(divergence / change) : 1;
    }
}
