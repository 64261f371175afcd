package org.cotangent.optim.stochastic;

import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * K-FAC: natural gradients with the Fisher matrix of every layer as a Kronecker product, step length and momentum
 * from the exact Fisher matrix of the batch, damping from how well its quadratic foretold the loss (Martens, Grosse
 * 2015, Optimizing neural networks with Kronecker-factored approximate curvature, sections 5 to 7). The
 * expectation over predictions is taken in full instead of being sampled. Meant for a rate of 1.
 *
 * @param damping λ to begin with, positive; the authors use 150, for sums of many outputs
 */
public record Kfac(double damping) implements Transformation<LayeredModel> {

    public Kfac {
        Require.positive("damping", damping, "1");
    }

    @Override
    public Memory begin(Objective<? extends LayeredModel> objective) {
        return new KfacMemory(this, objective);
    }

    private static final class KfacMemory implements Memory {

        /** ω₁ and T₁ of section 6.5: the damping is looked at every so many updates. */
        private static final double FACTOR = 19.0 / 20;

        private static final int PERIOD = 5;
        private static final double BAD = 0.25;
        private static final double GOOD = 0.75;

        private final Objective<? extends LayeredModel> objective;
        private final KroneckerFactors factors;
        private final double[] lastStep;
        private double damping;
        private long count;

        KfacMemory(Kfac settings, Objective<? extends LayeredModel> objective) {
            this.objective = objective;
            damping = settings.damping;
            factors = new KroneckerFactors(objective.sum().layers());
            lastStep = new double[objective.dimension()];
        }

        @Override
        public void apply(Update update) {
            double[] x = update.point();
            double[] g = update.vector();
            int n = g.length;
            double[] latest = new double[factors.length()];
            objective.product(update.batch(), (sum, batch, part) -> KroneckerFactors.sum(sum, x, batch, part), latest);
            double[] mixed = factors.mixed(latest);
            double[] step = new double[n];
            factors.solve(mixed, damping, g, step);
            Vectors.scale(-1, step);
            double[] image = product(update, step);
            double[] lastImage = product(update, lastStep);
            double[] parts = parts(g, step, image, lastImage);
            double[] taken = new double[n];
            Vectors.addScaled(parts[0], step, taken);
            Vectors.addScaled(parts[1], lastStep, taken);
            double ratio = (count + 1) % PERIOD == 0 ? ratio(update, taken, parts[2]) : Double.NaN;
            factors.set(mixed);
            count++;
            if (count % PERIOD == 0) {
                damping *= ratio > GOOD ? Math.pow(FACTOR, PERIOD) : ratio >= BAD ? 1 : Math.pow(FACTOR, -PERIOD);
            }
            for (int i = 0; i < n; i++) {
                lastStep[i] = taken[i];
                g[i] = -taken[i];
            }
        }

        /** (F + λ I) v on the batch. */
        private double[] product(Update update, double[] v) {
            double[] x = update.point();
            double[] product = new double[v.length];
            if (Vectors.largest(v) > 0) {
                objective.product(update.batch(), (sum, batch, part) -> sum.fisherProduct(x, batch, v, part), product);
                Vectors.addScaled(damping, v, product);
            }
            return product;
        }

        /** The minimum of the quadratic over both steps, section 7: their multiples, and the fall it promises. */
        private double[] parts(double[] g, double[] step, double[] image, double[] lastImage) {
            double aa = Vectors.dot(step, image);
            double ab = Vectors.dot(step, lastImage);
            double bb = Vectors.dot(lastStep, lastImage);
            double a = -Vectors.dot(g, step);
            double b = -Vectors.dot(g, lastStep);
            double determinant = aa * bb - ab * ab;
            // Parallel steps are one: rounding must not share it out.
            if (!(determinant > 1e-12 * aa * bb)) {
                return new double[] {a / aa, 0, -a * a / aa / 2};
            }
            double first = (a * bb - b * ab) / determinant;
            double second = (b * aa - a * ab) / determinant;
            return new double[] {first, second, -(first * a + second * b) / 2};
        }

        private double ratio(Update update, double[] taken, double promised) {
            double[] next = new double[taken.length];
            Vectors.sum(update.point(), 1, taken, next);
            return (objective.value(next, update.batch()) - objective.value(update.point(), update.batch())) / promised;
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            damping = state.number(damping);
            state.vector(lastStep);
            state.part("factors", factors);
        }
    }
}
