package org.cotangent.optim.search;

import java.util.Arrays;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.optim.run.Vectors;

/**
 * Conjugate gradients on H z = −g, ended early by a small residual or by negative curvature
 * (Nocedal, Wright, Numerical Optimization, 2nd ed. 2006, algorithm 7.1). The buffers serve many
 * solves.
 */
final class ConjugateGradients {

    private final double[] solution;
    private final double[] residual;
    private final double[] direction;
    private final double[] product;
    private final double[] image;
    private double smallestCurvature;
    private double largestCurvature;
    private double decrement;
    private boolean negative;

    ConjugateGradients(int dimension) {
        solution = new double[dimension];
        residual = new double[dimension];
        direction = new double[dimension];
        product = new double[dimension];
        image = new double[dimension];
    }

    /** Without preconditioner. */
    void solve(LinearOperator hessian, double[] g, double tolerance, int mostProducts, double flat) {
        solve(hessian, g, tolerance, mostProducts, flat, Preconditioner.NONE, g);
    }

    /**
     * Solves until ‖H z + g‖ ≤ tolerance, curvature at most {@code flat} times the largest seen, or
     * the number of products. Preconditioned as in Nocedal, Wright (2006), algorithm 5.3.
     *
     * @param x where the preconditioner is asked
     */
    void solve(
            LinearOperator hessian,
            double[] g,
            double tolerance,
            int mostProducts,
            double flat,
            Preconditioner preconditioner,
            double[] x) {
        reset(g);
        double square = precondition(preconditioner, x);
        turn(0);
        for (int k = 0; k < mostProducts && residualNorm() > tolerance; k++) {
            hessian.apply(direction, product);
            double curvature = Vectors.dot(direction, product);
            if (!note(curvature / Vectors.dot(direction, direction), flat)) {
                return;
            }
            double step = square / curvature;
            Vectors.addScaled(step, direction, solution);
            Vectors.addScaled(step, product, residual);
            decrement += step * square / 2;
            double next = precondition(preconditioner, x);
            turn(next / square);
            square = next;
        }
    }

    private void reset(double[] g) {
        Arrays.fill(solution, 0);
        System.arraycopy(g, 0, residual, 0, g.length);
        smallestCurvature = Double.POSITIVE_INFINITY;
        largestCurvature = 0;
        decrement = 0;
        negative = false;
    }

    /** Whether the curvature lets the solve go on. */
    private boolean note(double curvature, double flat) {
        if (!Double.isFinite(curvature)) {
            return false;
        }
        smallestCurvature = Math.min(smallestCurvature, curvature);
        largestCurvature = Math.max(largestCurvature, Math.abs(curvature));
        negative = curvature < -flat * largestCurvature;
        return curvature > flat * largestCurvature;
    }

    private void turn(double factor) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = factor == 0 ? -image[i] : factor * direction[i] - image[i];
        }
    }

    /** The image of the residual, and its product with it. */
    private double precondition(Preconditioner preconditioner, double[] x) {
        preconditioner.apply(x, residual, image);
        return Vectors.dot(residual, image);
    }

    /** z, the buffer itself. */
    double[] solution() {
        return solution;
    }

    /** ‖H z + g‖, as the recurrence has it. */
    double residualNorm() {
        return Math.sqrt(Vectors.dot(residual, residual));
    }

    /** The last search direction: the one of negative curvature, if that ended the solve. */
    double[] direction() {
        return direction;
    }

    /** Whether negative curvature ended the solve. */
    boolean foundNegativeCurvature() {
        return negative;
    }

    /** Whether some curvature cannot be told from 0 beside the largest. */
    boolean foundFlat(double flat) {
        return smallestCurvature <= flat * largestCurvature;
    }

    /** The smallest dᵀHd/dᵀd over the search directions, infinite if there was none. */
    double smallestCurvature() {
        return smallestCurvature;
    }

    /** −(gᵀz + ½ zᵀHz), the decrease the quadratic model promises: the gap if solved exactly. */
    double decrement() {
        return decrement;
    }
}
