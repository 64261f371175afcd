package org.cotangent.optim.stochastic;

import java.util.Arrays;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * K-FAC: natural gradients with the Fisher matrix of every layer as a Kronecker product, step length and momentum
 * from the exact Gauss-Newton matrix, damping from how well its quadratic foretold the loss (Martens, Grosse
 * 2015, Optimizing neural networks with Kronecker-factored approximate curvature, algorithm 2 with a block diagonal
 * inverse). Meant for a rate of 1.
 *
 * <p>What differs from the paper: damping adapts at each update and faster than by 19/20, a step by which the loss of its
 * batch would rise is not taken but tried again with more damping, and instead of a label drawn for every example its
 * directions are added up with random signs, which is as right in the mean and twice as fast as all of them.
 *
 * @param damping λ to begin with, positive
 * @param share of the batch that factors and quadratic are from, others in every update; above 0, 1 for all
 */
public record Kfac(double damping, double share) implements Transformation<LayeredModel> {

    public Kfac {
        Require.positive("damping", damping, "0.01");
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share is " + share + ", expected above 0 and at most 1, all examples");
        }
    }

    @Override
    public Memory begin(Objective<? extends LayeredModel> objective) {
        return new KfacMemory(this, objective);
    }

    private static final class KfacMemory implements Memory {

        /** What λ is multiplied by after a good step; divided by after a bad one, twice where the loss rose. */
        private static final double FACTOR = 0.3;

        private static final double BAD = 0.25;
        private static final double GOOD = 0.75;

        /** Every so many updates other dampings of the factors are looked at, at this factor. */
        private static final int PERIOD = 3;

        private static final double LOOK = 0.5;

        /** After so many steps that rose, none is taken. */
        private static final int ATTEMPTS = 30;

        /** The part of its first value that λ keeps at least, so that a few attempts bring it back. */
        private static final double LEAST = 1e-8;

        /** Differences of so many last bits are rounding. */
        private static final double LAST_BITS = 16;

        private final Kfac settings;
        private final Objective<? extends LayeredModel> objective;
        private final KroneckerFactors factors;
        private final double[] last;
        private double lambda;
        private double gamma;
        private long count;

        KfacMemory(Kfac settings, Objective<? extends LayeredModel> objective) {
            this.settings = settings;
            this.objective = objective;
            factors = new KroneckerFactors(objective.sum());
            last = new double[objective.dimension()];
            lambda = settings.damping;
            gamma = Math.sqrt(lambda + objective.sum().penalty());
            objective.remember();
        }

        @Override
        public void apply(Update update) {
            int[] seen = some(update.batch(), 2 * count);
            double[] mixed = factors.mixed(learned(update.point(), seen), seen.length);
            double[] momentum = last;
            double less = 1;
            boolean isFinite = false;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                KfacPlane.Proposal proposal = propose(update, mixed, momentum, less);
                isFinite |= Double.isFinite(proposal.promised());
                double gain = gain(update, proposal);
                if (!Double.isNaN(gain)) {
                    double change = gain > GOOD ? FACTOR : gain < BAD ? 1 / FACTOR : 1;
                    learn(mixed, seen.length, change * lambda / (less * less), proposal);
                    take(update, proposal.step());
                    return;
                }
                less *= FACTOR;
                momentum = new double[last.length];
            }
            if (!isFinite) {
                // Whoever takes the update says so.
                Arrays.fill(update.vector(), Double.NaN);
                return;
            }
            learn(mixed, seen.length, lambda / FACTOR, new KfacPlane.Proposal(gamma, new double[last.length], 0));
            take(update, last);
        }

        /** The fall of the loss of the batch over what a step promises; NaN if it rises. */
        private double gain(Update update, KfacPlane.Proposal proposal) {
            double[] next = new double[last.length];
            Vectors.sum(update.point(), 1, proposal.step(), next);
            double[] slopes = new double[last.length];
            double reached = objective.valueAndGradient(next, update.batch(), slopes);
            double fall = update.value() - reached;
            double noise = LAST_BITS * Math.ulp(update.value());
            boolean isRounding = proposal.promised() <= noise;
            if (fall > 0 || isRounding && fall >= -noise) {
                objective.keep(next, update.batch(), reached, slopes);
                return isRounding ? 1 : fall / proposal.promised();
            }
            return Double.NaN;
        }

        /** The means over a batch. */
        private double[] learned(double[] x, int[] batch) {
            double[] latest = new double[factors.length()];
            objective.product(batch, (sum, some, part) -> factors.sum(sum, x, some, count, part), latest);
            return latest;
        }

        /** The best of the steps with different dampings of the factors. */
        private KfacPlane.Proposal propose(Update update, double[] mixed, double[] momentum, double less) {
            int[] seen = some(update.batch(), 2 * count + 1);
            KfacPlane plane = new KfacPlane(objective, seen, lambda / (less * less), update, momentum);
            KfacPlane.Proposal best = propose(plane, mixed, gamma / less, update);
            if ((count + 1) % PERIOD == 0) {
                for (double factor : new double[] {LOOK, 1 / LOOK}) {
                    KfacPlane.Proposal other = propose(plane, mixed, factor * gamma / less, update);
                    best = other.promised() > best.promised() ? other : best;
                }
            }
            return best;
        }

        private KfacPlane.Proposal propose(KfacPlane plane, double[] mixed, double trial, Update update) {
            double[] direction = new double[last.length];
            factors.inverse(mixed, trial * trial).apply(update.vector(), direction);
            return plane.propose(trial, direction);
        }

        private void learn(double[] mixed, int examples, double changed, KfacPlane.Proposal taken) {
            factors.set(mixed, examples);
            lambda = Math.max(changed, LEAST * settings.damping);
            gamma = taken.gamma();
            System.arraycopy(taken.step(), 0, last, 0, last.length);
            count++;
        }

        private static void take(Update update, double[] step) {
            for (int i = 0; i < step.length; i++) {
                update.vector()[i] = -step[i];
            }
        }

        /** A share of a batch, drawn by a number. */
        private int[] some(int[] batch, long number) {
            int length = (int) Math.ceil(settings.share * batch.length);
            if (length == batch.length) {
                return batch;
            }
            int[] order = Generator.of(0, number).permutation(batch.length);
            return Arrays.stream(order).limit(length).map(k -> batch[k]).toArray();
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            lambda = state.number(lambda);
            gamma = state.number(gamma);
            state.vector(last);
            state.part("factors", factors);
        }
    }
}
