package org.cotangent.benchmarks;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.run.Counts;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.stochastic.HessianFree;
import org.cotangent.optim.stochastic.Trainer;
import org.cotangent.optim.stochastic.TrainingResult;

/** A method in a race, on its way from a start to a loss. */
interface Racer {

    /** Learns until the target is reached, or the method gives up. */
    Lap first(LearningTask task, double[] start);

    /** Goes the same way again without looking for the target, for a stopwatch. */
    void again(LearningTask task, double[] start, Lap lap);

    /**
     * A way to the target.
     *
     * @param updates to the first measurement that shows it, 0 if none does
     * @param passes examples that were visited over all there are; a visit is for a value, a gradient, or a product with
     *     a curvature matrix, which costs about as much as a gradient
     * @param loss that was reached
     */
    record Lap(long updates, double passes, double loss) {

        boolean arrived() {
            return updates > 0;
        }
    }

    /**
     * A trainer: looks for the target every tenth of an epoch, which is not counted.
     *
     * @param trainer with its batches
     * @param perEpoch updates
     * @param epochs at most
     */
    record Training(Trainer<? super DenseNetwork> trainer, int perEpoch, int epochs) implements Racer {

        @Override
        public Lap first(LearningTask task, double[] start) {
            int period = Math.max(1, perEpoch / 10);
            TrainingResult result = trainer.measureEvery(period)
                    .epochs((long) epochs * perEpoch / period)
                    .target(task.target())
                    .minimize(task.network(), start);
            return new Lap(result.converged() ? result.updates() : 0, result.passes(), result.value());
        }

        @Override
        public void again(LearningTask task, double[] start, Lap lap) {
            trainer.measureEvery(lap.updates()).epochs(1).tolerance(0).minimize(task.network(), start);
        }
    }

    /**
     * Hessian-free optimization: its own values and gradients are measurements.
     *
     * @param curvature examples of the matrix in every step
     */
    record Curved(HessianFree method, int curvature) implements Racer {

        @Override
        public Lap first(LearningTask task, double[] start) {
            Result result = run(task, start);
            Counts counts = result.counts();
            double part = (double) curvature / task.network().size();
            double passes = counts.values() + counts.gradients() + part * counts.products();
            return new Lap(result.converged() ? result.iterations() : 0, passes, result.value());
        }

        @Override
        public void again(LearningTask task, double[] start, Lap lap) {
            run(task, start);
        }

        private Result run(LearningTask task, double[] start) {
            return method.stopWhen(StoppingRules.value(task.target())).minimize(task.network(), start);
        }
    }

    /** A method for functions, here the mean over all examples. */
    record Searching(PathSearch<DifferentiableFunction> method) implements Racer {

        @Override
        public Lap first(LearningTask task, double[] start) {
            Result result = run(task, start);
            return new Lap(
                    result.converged() ? result.iterations() : 0,
                    result.counts().evaluations(),
                    result.value());
        }

        @Override
        public void again(LearningTask task, double[] start, Lap lap) {
            run(task, start);
        }

        private Result run(LearningTask task, double[] start) {
            DifferentiableFunction mean = FiniteSums.mean((LayeredModel) task.network(), Summation.sequential());
            return method.stopWhen(StoppingRules.value(task.target())).minimize(mean, start);
        }
    }
}
