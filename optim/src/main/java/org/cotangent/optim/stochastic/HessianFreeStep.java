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

    /** What is kept of the last step as a first guess (Martens, Sutskever 2012, section 20.10, ξ = 0.95). */
    private static final double KEPT = 0.95;

    /**
     * A solution ends when its last iteration brought less than this part of what an iteration brought on the average
     * (Nash, Sofer 1990, Assessing a search direction within a truncated-Newton method, which has ½). With ¼ three
     * networks learned as fast or faster, in as many steps as by ten times the products.
     */
    private static final double PROGRESS = 0.25;

    /**
     * Damping follows the gain ρ by max(⅓, 1 − (2ρ − 1)³) and grows by 2, 4, 8 while steps are refused (Nielsen 1999,
     * Damping parameter in Marquardt's method, equation 2.5).
     */
    private static final double SHRINKING = 1.0 / 3;

    private static final double GROWTH = 2;

    /** The part of its first value that damping keeps at least, so that it can come back. */
    private static final double LEAST = 1e-10;

    private final Objective<GaussNewtonSum> objective;
    private final Curvature curvature;
    private final BatchSequence batches;
    private final Preconditioning.Memory preconditioner;
    private final int products;
    private final double first;
    private final double[] guess;
    private double damping;
    private double growth = GROWTH;

    HessianFreeStep(
            Objective<GaussNewtonSum> objective,
            Curvature curvature,
            BatchSequence batches,
            Preconditioning preconditioning,
            double damping,
            int products) {
        this.objective = objective;
        this.curvature = curvature;
        this.batches = batches;
        this.damping = damping;
        this.products = products;
        preconditioner = preconditioning.begin(objective);
        first = damping;
        guess = new double[objective.dimension()];
    }

    /** Solves at a point; what was kept on the way, the last one at the end. */
    List<DampedSolve.Kept> solve(Evaluation at) {
        double[] x = at.point();
        int[] batch = batches.current();
        DampedSolve system = new DampedSolve(
                objective.matrix(batch, (sum, some) -> curvature.at(sum, x, some))::apply,
                damping,
                at.gradient(),
                preconditioner.at(x, batch, damping));
        double[] start = guess.clone();
        Vectors.scale(KEPT, start);
        return system.solve(start, HessianFreeStep::isSlow, products);
    }

    private static boolean isSlow(int iteration, double before, double after, double[] residual) {
        return after < 0 && iteration * (after - before) / after <= PROGRESS;
    }

    /**
     * Learns from a step.
     *
     * @param solution the last iterate of the solve
     * @param gain the fall of the loss there over what the quadratic promised
     */
    void learn(double[] solution, double gain) {
        batches.advance();
        preconditioner.learn();
        System.arraycopy(solution, 0, guess, 0, guess.length);
        double centred = 2 * gain - 1;
        damping *= gain > 0 ? Math.max(SHRINKING, 1 - centred * centred * centred) : GROWTH;
        damping = Math.max(damping, LEAST * first);
        growth = GROWTH;
    }

    /** Takes a solve back that led nowhere: the next one is damped more. */
    void retreat() {
        batches.advance();
        preconditioner.learn();
        Arrays.fill(guess, 0);
        damping *= growth;
        growth *= GROWTH;
    }

    @Override
    public void exchange(State state) {
        state.part("batches", batches);
        state.part("preconditioner", preconditioner);
        state.vector(guess);
        damping = state.number(damping);
        growth = state.number(growth);
    }
}
