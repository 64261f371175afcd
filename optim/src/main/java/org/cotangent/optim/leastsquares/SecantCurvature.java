package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.MatrixSize;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Vectors;

/**
 * What the steps told of S = Σ rᵢ∇²rᵢ, the part of the Hessian that Jacobians do not show, and
 * whether it predicts better than to leave it out: Dennis, Gay, Welsch (1981), An adaptive nonlinear
 * least-squares algorithm, ACM TOMS 7:348-368, with the defaults of Algorithm 573 (NL2SOL).
 */
final class SecantCurvature implements Stateful {

    /** A model is left when it predicts this many times worse than the other (FUZZ of Algorithm 573). */
    private static final double CLEARLY = 1.5;

    /**
     * Above this share of the promised decrease a step is good (Moré 1978, algorithm 7.1), and the
     * Gauss-Newton model stays unless it proposed a refused one before. Algorithm 573 switches after
     * good steps too; over the NIST problems that lost MGH17, whose residuals bend down towards infinity.
     */
    private static final double GOOD = 0.75;

    /** A step that is this close to orthogonal to the change of the gradient tells nothing (COSMIN there). */
    private static final double LEAST_COSINE = 1e-6;

    private final double[] matrix;
    private boolean used;

    SecantCurvature(int n) {
        matrix = new double
                [MatrixSize.of(
                        "secant curvature", n, n, "minimize new LeastSquaresFunction(residuals), which needs none")];
    }

    /** Takes what is known of S over what was learned. */
    void take(double[] known) {
        System.arraycopy(known, 0, matrix, 0, matrix.length);
        used = true;
    }

    /** Whether the model with S was the better one lately. */
    boolean isUsed() {
        return used;
    }

    /** S by rows: the buffer itself, not to be modified. */
    double[] matrix() {
        return matrix;
    }

    /**
     * Learns from an accepted step.
     *
     * @param scale the diagonal of D, length n, positive
     * @param refused whether a longer step was refused before
     */
    void learn(ResidualEvaluation from, ResidualEvaluation to, double[] scale, boolean refused) {
        int n = from.point().length;
        double[] s = new double[n];
        Vectors.sum(to.point(), -1, from.point(), s);
        choose(from, to, s, refused);
        double[] y = new double[n];
        Vectors.sum(to.gradient(), -1, from.gradient(), y);
        if (tells(s, y, scale)) {
            update(s, y, secant(from, to));
        }
    }

    /** Compares what both models said of the step with what happened (section 4 of the paper). */
    private void choose(ResidualEvaluation from, ResidualEvaluation to, double[] s, boolean refused) {
        double actual = from.decreaseTo(to);
        double without = from.predictedDecrease(s);
        double with = without - Vectors.dot(s, product(s)) / 2;
        double errorWithout = Math.abs(actual - without);
        double errorWith = Math.abs(actual - with);
        used = used
                ? !(errorWith > CLEARLY * errorWithout)
                : (refused || actual < GOOD * without) && errorWithout > CLEARLY * errorWith;
    }

    /** (J₊ − J)ᵀ r₊, which is S₊ s to first order (the paper's y#). */
    private static double[] secant(ResidualEvaluation from, ResidualEvaluation to) {
        int n = from.point().length;
        double[] r = to.corrected();
        double[] secant = to.gradient().clone();
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < n; j++) {
                secant[j] -= from.jacobian()[i * n + j] * r[i];
            }
        }
        return secant;
    }

    /** In the scale of the model, so that the units of the variables have no say. */
    private static boolean tells(double[] s, double[] y, double[] scale) {
        double[] step = new double[s.length];
        double[] change = new double[s.length];
        for (int j = 0; j < s.length; j++) {
            step[j] = scale[j] * s[j];
            change[j] = y[j] / scale[j];
        }
        return Math.abs(Vectors.dot(y, s)) > LEAST_COSINE * Vectors.norm(change) * Vectors.norm(step);
    }

    /** Sized, then changed least in the norm in which the change of the gradient is natural (eqs. 3.1 and 3.4). */
    private void update(double[] s, double[] y, double[] secant) {
        double slope = Vectors.dot(y, s);
        size(s, secant);
        double[] u = new double[s.length];
        Vectors.sum(secant, -1, product(s), u);
        double excess = Vectors.dot(u, s) / slope;
        // Divided first, as products of two gradients may overflow or underflow.
        double[] w = y.clone();
        Vectors.scale(1 / slope, w);
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                matrix[i * s.length + j] += u[i] * w[j] + w[i] * u[j] - excess * y[i] * w[j];
            }
        }
    }

    /** S shrinks as the residuals do. */
    private void size(double[] s, double[] secant) {
        double old = Math.abs(Vectors.dot(s, product(s)));
        double now = Math.abs(Vectors.dot(s, secant));
        if (now < old) {
            Vectors.scale(now / old, matrix);
        }
    }

    private double[] product(double[] s) {
        return Matrices.product(matrix, s);
    }

    @Override
    public void exchange(State state) {
        state.vector(matrix);
        used = state.flag(used);
    }
}
