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
 */
public final class HessianFree implements Minimizer<GaussNewtonSum, Result>, Configured<HessianFree> {

    private final Batches curvature;
    private final double damping;
    private final int products;
    private final Summation summation;
    private final Settings settings;

    private HessianFree(Batches curvature, double damping, int products, Summation summation, Settings settings) {
        this.curvature =
                Objects.requireNonNull(curvature, "curvature is null, expected some such as Batches.shuffled(256, 1)");
        this.damping = Require.positive("damping", damping, "1");
        this.products = (int) Require.count("products", products, "250");
        this.summation =
                Objects.requireNonNull(summation, "summation is null, expected one such as Summation.threads(2)");
        this.settings = Objects.requireNonNull(settings, "settings is null, expected what settings() returns");
    }

    /**
     * The method with its author's settings.
     *
     * @param curvature the examples of the Gauss-Newton matrix; a new batch for every step
     */
    public static HessianFree of(Batches curvature) {
        return new HessianFree(curvature, 1, 250, Summation.sequential(), Settings.of(StoppingRules.standard()));
    }

    /** A copy that begins with another damping, 1 unless said. */
    public HessianFree damping(double first) {
        return new HessianFree(curvature, first, products, summation, settings);
    }

    /** A copy with at most so many products a step, 250 unless said. */
    public HessianFree products(int most) {
        return new HessianFree(curvature, damping, most, summation, settings);
    }

    /** A copy that sums over examples otherwise: in several threads, which changes no bit, or in other chunks. */
    public HessianFree summation(Summation changed) {
        return new HessianFree(curvature, damping, products, changed, settings);
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
        return new HessianFree(curvature, damping, products, summation, changed);
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
        HessianFreeStep steps = new HessianFreeStep(objective, curvature.begin(sum.size()), damping, products);
        return new HessianFreeRun(identity, objective, steps, settings, meter, start);
    }

    /** What distinguishes the method from others, its settings for a run left out. */
    @Override
    public String toString() {
        return "Hessian-free with " + curvature + ", damping " + damping + ", at most " + products
                + " products, chunks of " + summation.chunk();
    }
}
