package org.cotangent.optim.stochastic;

import java.util.Objects;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.GaussNewtonSum;
import org.cotangent.ad.function.Summation;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.StoppingRules;

/**
 * Hessian-free optimization: steps of conjugate gradients on the damped Gauss-Newton matrix of a batch,
 * against the gradient over all examples; the damping follows how well the quadratic foretold the loss
 * (Martens 2010, Deep learning via Hessian-free optimization). For models that gradients alone train slowly.
 * The loss falls in every step. Immutable.
 *
 * <p>What differs from the paper: conjugate gradients are preconditioned by the layers of a model that shows them, and
 * end as soon as they bring less than before; in place of a line search a step that leads nowhere is solved for again
 * with more damping.
 */
public final class HessianFree implements Minimizer<GaussNewtonSum, Result>, Configured<HessianFree> {

    private final Batches curvature;
    private final Curvature matrix;
    private final Preconditioning preconditioning;
    private final double damping;
    private final int products;
    private final Summation summation;
    private final Settings settings;

    private HessianFree(
            Batches curvature,
            Curvature matrix,
            Preconditioning preconditioning,
            double damping,
            int products,
            Summation summation,
            Settings settings) {
        this.curvature =
                Objects.requireNonNull(curvature, "curvature is null, expected some such as Batches.shuffled(256, 1)");
        this.matrix = Objects.requireNonNull(matrix, "matrix is null, expected Curvature.GAUSS_NEWTON or HESSIAN");
        this.preconditioning =
                Objects.requireNonNull(preconditioning, "preconditioning is null, expected NONE for none");
        this.damping = Require.positive("damping", damping, "1");
        this.products = (int) Require.count("products", products, "250");
        this.summation =
                Objects.requireNonNull(summation, "summation is null, expected one such as Summation.threads(2)");
        this.settings = Objects.requireNonNull(settings, "settings is null, expected what settings() returns");
    }

    /**
     * The method with its author's settings.
     *
     * @param curvature the examples of the matrix, a new batch for every step: all examples, if there are not too many, as a
     *     step that is exact for few of them is not for the others
     */
    public static HessianFree of(Batches curvature) {
        Settings settings = Settings.of(StoppingRules.standard());
        return new HessianFree(
                curvature, Curvature.GAUSS_NEWTON, Preconditioning.BEST, 1, 250, Summation.sequential(), settings);
    }

    /** A copy with another matrix, the Gauss-Newton matrix unless said. */
    public HessianFree curvature(Curvature changed) {
        return new HessianFree(curvature, changed, preconditioning, damping, products, summation, settings);
    }

    /** A copy whose conjugate gradients are told other things beforehand, the best of what a sum offers unless said. */
    public HessianFree preconditioning(Preconditioning changed) {
        return new HessianFree(curvature, matrix, changed, damping, products, summation, settings);
    }

    /** A copy that begins with another damping, 1 unless said. */
    public HessianFree damping(double first) {
        return new HessianFree(curvature, matrix, preconditioning, first, products, summation, settings);
    }

    /** A copy with at most so many products a step, 250 unless said. */
    public HessianFree products(int most) {
        return new HessianFree(curvature, matrix, preconditioning, damping, most, summation, settings);
    }

    /** A copy that sums over examples otherwise: in several threads, which changes no bit, or in other chunks. */
    public HessianFree summation(Summation changed) {
        return new HessianFree(curvature, matrix, preconditioning, damping, products, changed, settings);
    }

    /** A copy that stops when the Euclidean norm of the gradient over all examples is at most the tolerance. */
    public HessianFree tolerance(double gradientNorm) {
        return stopWhen(StoppingRules.gradientNorm(gradientNorm));
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public HessianFree with(Settings changed) {
        return new HessianFree(curvature, matrix, preconditioning, damping, products, summation, changed);
    }

    @Override
    public int dimension(GaussNewtonSum sum) {
        return sum.dimension();
    }

    @Override
    public Run<Result> start(GaussNewtonSum sum, double... start) {
        Objects.requireNonNull(sum, "sum is null, expected what shall be minimized");
        int dimension = Checks.dimension("dimension of the sum", sum.dimension());
        Checks.length("start", start, dimension);
        Meter meter = Meter.of(settings);
        Objective<GaussNewtonSum> objective = new Objective<>(sum, summation, meter);
        Identity identity = new Identity(toString(), dimension, settings.problem());
        matrix.require(sum);
        HessianFreeStep steps =
                new HessianFreeStep(objective, matrix, curvature.begin(sum.size()), preconditioning, damping, products);
        return new HessianFreeRun(identity, objective, steps, settings, meter, start);
    }

    /** What distinguishes the method from others, its settings for a run left out. */
    @Override
    public String toString() {
        return "Hessian-free with " + matrix + " of " + curvature + ", preconditioning " + preconditioning
                + ", damping " + damping + ", at most " + products + " products, chunks of " + summation.chunk();
    }
}
