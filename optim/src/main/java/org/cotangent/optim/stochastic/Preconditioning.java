package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.cotangent.ad.function.GaussNewtonSum;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/** What conjugate gradients are told of the matrix beforehand, so that they need fewer products. */
public enum Preconditioning {
    /** Nothing. */
    NONE {
        @Override
        Memory begin(Objective<? extends GaussNewtonSum> objective) {
            return new Plain();
        }
    },
    /** Sums of squared gradients to the power of ¾ (Martens 2010, section 4.7): one pass over a batch for each step. */
    DIAGONAL {
        @Override
        Memory begin(Objective<? extends GaussNewtonSum> objective) {
            return new Squares(objective);
        }
    },
    /** The Kronecker factors of K-FAC, from a quarter of the batch: for a {@link LayeredModel} only. */
    LAYERS {
        @Override
        Memory begin(Objective<? extends GaussNewtonSum> objective) {
            if (objective.sum() instanceof LayeredModel model) {
                return new Layers(objective, model);
            }
            throw new IllegalArgumentException("preconditioning is LAYERS for a sum that is no LayeredModel but a "
                    + objective.sum().getClass().getSimpleName() + "; expected BEST, DIAGONAL or NONE");
        }
    },
    /** LAYERS for a {@link LayeredModel}, DIAGONAL for other sums. */
    BEST {
        @Override
        Memory begin(Objective<? extends GaussNewtonSum> objective) {
            return (objective.sum() instanceof LayeredModel ? LAYERS : DIAGONAL).begin(objective);
        }
    };

    abstract Memory begin(Objective<? extends GaussNewtonSum> objective);

    /** What a run learned of the matrix. */
    interface Memory extends Stateful {

        /**
         * The inverse of something like the damped matrix: sets its second argument to the product with the first.
         *
         * @param x the point
         * @param batch that the matrix is of
         * @param damping λ
         */
        BiConsumer<double[], double[]> at(double[] x, int[] batch, double damping);

        /** Keeps what it saw there. */
        void learn();
    }

    private record Plain() implements Memory {

        @Override
        public BiConsumer<double[], double[]> at(double[] x, int[] batch, double damping) {
            return (v, product) -> System.arraycopy(v, 0, product, 0, v.length);
        }

        @Override
        public void learn() {}

        @Override
        public void exchange(State state) {}
    }

    private record Squares(Objective<? extends GaussNewtonSum> objective) implements Memory {

        private static final double POWER = 0.75;

        @Override
        public BiConsumer<double[], double[]> at(double[] x, int[] batch, double damping) {
            double[] scale = new double[x.length];
            objective.squares(x, batch, scale);
            for (int i = 0; i < scale.length; i++) {
                scale[i] = Math.pow(scale[i] + damping, -POWER);
            }
            return (v, product) -> {
                for (int i = 0; i < v.length; i++) {
                    product[i] = scale[i] * v[i];
                }
            };
        }

        @Override
        public void learn() {}

        @Override
        public void exchange(State state) {}
    }

    private static final class Layers implements Memory {

        /** Factors from a quarter of the examples lead K-FAC as far as those of all. */
        private static final int PART = 4;

        private final Objective<? extends GaussNewtonSum> objective;
        private final LayeredModel model;
        private final KroneckerFactors factors;
        private double[] mixed = {};
        private int seen;
        private long count;

        Layers(Objective<? extends GaussNewtonSum> objective, LayeredModel model) {
            this.objective = objective;
            this.model = model;
            factors = new KroneckerFactors(model);
        }

        @Override
        public BiConsumer<double[], double[]> at(double[] x, int[] batch, double damping) {
            int[] order = Generator.of(0, count).permutation(batch.length);
            int[] some = Arrays.stream(order)
                    .limit((batch.length + PART - 1) / PART)
                    .map(k -> batch[k])
                    .toArray();
            double[] latest = new double[factors.length()];
            objective.product(some, (sum, chunk, part) -> factors.sum(model, x, chunk, count, part), latest);
            seen = some.length;
            mixed = factors.mixed(latest, seen);
            return factors.inverse(mixed, damping + model.penalty())::apply;
        }

        @Override
        public void learn() {
            factors.set(mixed, seen);
            count++;
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            state.part("factors", factors);
        }
    }
}
