package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.function.GaussNewtonSum;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Vectors;

/** Where Hessian-free optimization goes, and what it learns from how that went. */
final class HessianFreeStep implements Stateful {

    /** α of section 4.7, the preconditioner. */
    private static final double POWER = 0.75;

    /** What is kept of the last step as a first guess (Martens, Sutskever 2012, section 20.10, ξ = 0.95). */
    private static final double KEPT = 0.95;

    /** The limits of the ratio and the factor of the damping, section 4.1. */
    private static final double BAD = 0.25;

    private static final double GOOD = 0.75;
    private static final double FACTOR = 1.5;

    private final Objective<GaussNewtonSum> objective;
    private final BatchSequence batches;
    private final int products;
    private final double[] guess;
    private double damping;

    HessianFreeStep(Objective<GaussNewtonSum> objective, BatchSequence batches, double damping, int products) {
        this.objective = objective;
        this.batches = batches;
        this.damping = damping;
        this.products = products;
        guess = new double[objective.dimension()];
    }

    /** Solves at a point; what was kept on the way, the last one at the end. */
    List<DampedSolve.Kept> solve(Evaluation at) {
        double[] x = at.point();
        int[] batch = batches.current();
        double[] scale = new double[x.length];
        objective.squares(x, batch, scale);
        for (int i = 0; i < scale.length; i++) {
            scale[i] = Math.pow(scale[i] + damping, -POWER);
        }
        DampedSolve system = new DampedSolve(
                (v, product) -> objective.product(
                        batch, (sum, some, part) -> sum.gaussNewtonProduct(x, some, v, part), product),
                damping,
                at.gradient(),
                scale);
        double[] first = guess.clone();
        Vectors.scale(KEPT, first);
        return system.solve(first, products);
    }

    /**
     * Learns from a step.
     *
     * @param solution the last iterate of the solve
     * @param ratio the fall of the loss over what the quadratic promised, for the iterate that was chosen
     */
    void learn(double[] solution, double ratio) {
        batches.advance();
        System.arraycopy(solution, 0, guess, 0, guess.length);
        if (!(ratio >= BAD)) {
            damping *= FACTOR;
        } else if (ratio > GOOD) {
            damping /= FACTOR;
        }
    }

    /** Takes a solve back that led nowhere; whether another one may lead somewhere. */
    boolean retreat() {
        boolean isFirst = Vectors.largest(guess) == 0;
        Arrays.fill(guess, 0);
        batches.advance();
        damping *= FACTOR;
        return !isFirst;
    }

    @Override
    public void exchange(State state) {
        state.part("batches", batches);
        state.vector(guess);
        damping = state.number(damping);
    }
}
