package org.cotangent.optim.stochastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.cotangent.optim.run.Vectors;

/**
 * Conjugate gradients on (A + λ I) d = −g, preconditioned, that keep some of their iterates to choose from
 * (Martens 2010, Deep learning via Hessian-free optimization, section 4.6). They end before a direction in which the
 * matrix does not curve up. Each object solves once.
 */
final class DampedSolve {

    /** γ of section 4.6: iterates are kept at its powers. */
    private static final double SPACING = 1.3;

    /**
     * An iterate that was kept.
     *
     * @param step d
     * @param model q(d) = gᵀd + ½ dᵀ(A + λ I) d
     */
    record Kept(double[] step, double model) {}

    /** When an iterate is good enough. */
    @FunctionalInterface
    interface Ending {

        /**
         * Whether to end here.
         *
         * @param iteration from 1
         * @param before q before this iteration
         * @param after q now
         * @param residual (A + λ I) d + g, not to be modified
         */
        boolean isHere(int iteration, double before, double after, double[] residual);
    }

    private final BiConsumer<double[], double[]> matrix;
    private final double damping;
    private final double[] gradient;
    private final BiConsumer<double[], double[]> preconditioner;
    private final List<Kept> kept = new ArrayList<>();
    private final double[] d;
    private final double[] product;
    private final double[] residual;
    private final double[] scaled;
    private final double[] direction;
    private double square;
    private double model;

    /**
     * A system.
     *
     * @param matrix sets its second argument to A times its first
     * @param damping λ, not negative
     * @param gradient g
     * @param preconditioner something like the inverse of A + λ I, positive
     */
    DampedSolve(
            BiConsumer<double[], double[]> matrix,
            double damping,
            double[] gradient,
            BiConsumer<double[], double[]> preconditioner) {
        this.matrix = matrix;
        this.damping = damping;
        this.gradient = gradient;
        this.preconditioner = preconditioner;
        d = new double[gradient.length];
        product = new double[d.length];
        residual = new double[d.length];
        scaled = new double[d.length];
        direction = new double[d.length];
    }

    /** Solves from a first guess, by at most so many products; returns what was kept, the last one at the end. */
    List<Kept> solve(double[] guess, Ending ending, int mostProducts) {
        begin(guess);
        double nextKept = 1;
        for (int k = 1; k <= mostProducts && square > 0; k++) {
            double before = model;
            if (!advance()) {
                break;
            }
            boolean isLast = k == mostProducts || ending.isHere(k, before, model, residual);
            if (k >= nextKept || isLast) {
                kept.add(new Kept(d.clone(), model));
                nextKept = Math.ceil(nextKept * SPACING);
            }
            if (isLast) {
                return kept;
            }
            turn();
        }
        if (kept.isEmpty() || !Arrays.equals(kept.get(kept.size() - 1).step, d)) {
            kept.add(new Kept(d, model));
        }
        return kept;
    }

    private void begin(double[] guess) {
        System.arraycopy(guess, 0, d, 0, d.length);
        if (Vectors.largest(d) > 0) {
            apply(d, product);
        }
        Vectors.sum(product, 1, gradient, residual);
        square = scale();
        for (int i = 0; i < d.length; i++) {
            direction[i] = -scaled[i];
        }
        model = model();
    }

    /** Goes to the minimum along the direction, if the matrix curves up there. */
    private boolean advance() {
        apply(direction, product);
        double curvature = Vectors.dot(direction, product);
        if (!(curvature > 0) || Double.isInfinite(curvature)) {
            return false;
        }
        Vectors.addScaled(square / curvature, direction, d);
        Vectors.addScaled(square / curvature, product, residual);
        model = model();
        return true;
    }

    private void turn() {
        double next = scale();
        for (int i = 0; i < d.length; i++) {
            direction[i] = next / square * direction[i] - scaled[i];
        }
        square = next;
    }

    private void apply(double[] v, double[] product) {
        matrix.accept(v, product);
        Vectors.addScaled(damping, v, product);
    }

    private double scale() {
        preconditioner.accept(residual, scaled);
        return Vectors.dot(residual, scaled);
    }

    /** q(d) = ½ dᵀ(r + g), as r = (A + λ I) d + g. */
    private double model() {
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            sum += d[i] * (residual[i] + gradient[i]);
        }
        return sum / 2;
    }
}
