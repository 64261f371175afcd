package org.cotangent.optim.stochastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.cotangent.optim.run.Vectors;

/**
 * Conjugate gradients on (A + λ I) d = −g that end when the quadratic q(d) = gᵀd + ½ dᵀ(A + λ I) d hardly
 * falls any further (Martens 2010, Deep learning via Hessian-free optimization, section 4.4), and keep some
 * of their iterates to choose from (section 4.6). Preconditioned by a diagonal.
 */
final class DampedSolve {

    /** ε and the number of iterations looked back, section 4.4. */
    private static final double PROGRESS = 5e-4;

    private static final int LOOK_BACK = 10;
    private static final double LOOK_BACK_PART = 0.1;

    /** γ of section 4.6: iterates are kept at its powers. */
    private static final double SPACING = 1.3;

    /**
     * An iterate that was kept.
     *
     * @param step d
     * @param model q(d)
     */
    record Kept(double[] step, double model) {}

    private final BiConsumer<double[], double[]> matrix;
    private final double damping;
    private final double[] gradient;
    private final double[] inverseDiagonal;
    private final List<Kept> kept = new ArrayList<>();

    /**
     * A system.
     *
     * @param matrix sets its second argument to A times its first
     * @param damping λ, not negative
     * @param gradient g
     * @param inverseDiagonal of the preconditioner, positive
     */
    DampedSolve(BiConsumer<double[], double[]> matrix, double damping, double[] gradient, double[] inverseDiagonal) {
        this.matrix = matrix;
        this.damping = damping;
        this.gradient = gradient;
        this.inverseDiagonal = inverseDiagonal;
    }

    /** Solves from a first guess, by at most so many products; returns what was kept, the last one at the end. */
    List<Kept> solve(double[] guess, int mostProducts) {
        int n = gradient.length;
        double[] d = guess.clone();
        double[] product = new double[n];
        apply(d, product);
        double[] residual = new double[n];
        Vectors.sum(product, 1, gradient, residual);
        double[] direction = new double[n];
        double[] scaled = new double[n];
        double square = scale(residual, scaled);
        for (int i = 0; i < n; i++) {
            direction[i] = -scaled[i];
        }
        double[] models = new double[mostProducts + 1];
        models[0] = model(d, residual);
        double nextKept = 1;
        for (int k = 1; k <= mostProducts && square > 0; k++) {
            apply(direction, product);
            double curvature = Vectors.dot(direction, product);
            if (!(curvature > 0) || Double.isInfinite(curvature)) {
                break;
            }
            Vectors.addScaled(square / curvature, direction, d);
            Vectors.addScaled(square / curvature, product, residual);
            models[k] = model(d, residual);
            boolean isLast = isSettled(models, k) || k == mostProducts;
            if (k >= nextKept || isLast) {
                kept.add(new Kept(d.clone(), models[k]));
                nextKept = Math.ceil(nextKept * SPACING);
            }
            if (isLast) {
                return kept;
            }
            double next = scale(residual, scaled);
            for (int i = 0; i < n; i++) {
                direction[i] = next / square * direction[i] - scaled[i];
            }
            square = next;
        }
        if (kept.isEmpty() || !Arrays.equals(kept.get(kept.size() - 1).step, d)) {
            kept.add(new Kept(d, model(d, residual)));
        }
        return kept;
    }

    private static boolean isSettled(double[] models, int k) {
        int back = Math.max(LOOK_BACK, (int) Math.ceil(LOOK_BACK_PART * k));
        return k > back && models[k] < 0 && (models[k] - models[k - back]) / models[k] < back * PROGRESS;
    }

    private void apply(double[] v, double[] product) {
        matrix.accept(v, product);
        Vectors.addScaled(damping, v, product);
    }

    private double scale(double[] residual, double[] scaled) {
        double square = 0;
        for (int i = 0; i < residual.length; i++) {
            scaled[i] = inverseDiagonal[i] * residual[i];
            square += residual[i] * scaled[i];
        }
        return square;
    }

    /** q(d) = ½ dᵀ(r + g), as r = (A + λ I) d + g. */
    private double model(double[] d, double[] residual) {
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            sum += d[i] * (residual[i] + gradient[i]);
        }
        return sum / 2;
    }
}
