package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.optim.run.Vectors;

/**
 * A Hessian for steps that go down wherever it is indefinite: −|H|⁻¹ ∇f, every curvature with its absolute value
 * (Greenstadt 1967, On the relative efficiencies of gradient methods, Math. Comp. 21), in variables of which each curves
 * by ±1 alone. Along directions in which neither gradient nor curvature can be told from 0 there is no step, along those
 * in which the curvature alone cannot, one no longer than the point is large.
 */
public final class TurnedHessian {

    /** Bits granted to the rounding of a gradient. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    private final EvenScale even;
    private final int n;
    private final ShiftedCholesky cholesky;
    private final boolean definite;

    private TurnedHessian(EvenScale even, int n) {
        this.even = even;
        this.n = n;
        cholesky = new ShiftedCholesky(even.matrix(), n);
        // The norm of a matrix with such a diagonal is between 1 and n if it is definite.
        definite = cholesky.factor(0, SymmetricEigen.rounding(n, n));
    }

    /**
     * Factors, and only where that fails asks for eigenvalues.
     *
     * @param hessian by rows, length n·n, symmetric, not modified
     * @return empty if an entry is not finite
     */
    public static Optional<TurnedHessian> of(double[] hessian, int n) {
        EvenScale even = EvenScale.of(hessian, n);
        return Vectors.isFinite(even.matrix()) ? Optional.of(new TurnedHessian(even, n)) : Optional.empty();
    }

    /** Whether it is positive definite beyond rounding. */
    public boolean isDefinite() {
        return definite;
    }

    /**
     * Computes the step.
     *
     * @param point length n, not modified; says how long a step along a plane may be
     * @param gradient length n, not modified
     * @param step receives it, length n
     * @return the curvature along it, stepᵀ H step
     */
    public double step(double[] point, double[] gradient, double[] step) {
        double[] slopes = ScaledProblem.divided(gradient, even.scale());
        double[] z = definite ? slopes.clone() : new double[n];
        double curvature = definite ? solve(z) : turn(slopes, point, z);
        for (int i = 0; i < n; i++) {
            step[i] = -z[i] / even.scale()[i];
        }
        return curvature;
    }

    private double solve(double[] z) {
        cholesky.solveLower(z);
        double curvature = Vectors.dot(z, z);
        cholesky.solveTransposed(z);
        return curvature;
    }

    private double turn(double[] slopes, double[] point, double[] z) {
        double size = Place.scaledNorm(even.scale(), point);
        double longest = size > 0 ? size : 1;
        SymmetricEigen eigen = even.eigen();
        double flat = eigen.rounding();
        double none = ROUNDING * Vectors.norm(slopes);
        double along = 0;
        for (int k = 0; k < n; k++) {
            double slope = Vectors.dot(slopes, eigen.vector(k));
            double curvature = eigen.value(k);
            double part = slope / Math.abs(curvature);
            if (Math.abs(curvature) <= flat) {
                part = Math.abs(slope) <= none ? 0 : Math.copySign(Math.min(Math.abs(part), longest), slope);
            }
            along += part * part * curvature;
            Vectors.addScaled(part, eigen.vector(k), z);
        }
        return along;
    }

    /** ½ ∇fᵀ H⁻¹ ∇f for a definite one. */
    public double gap(double[] gradient) {
        double[] z = ScaledProblem.divided(gradient, even.scale());
        cholesky.solveLower(z);
        return Vectors.dot(z, z) / 2;
    }

    /**
     * The way out of a saddle or a maximum, see {@link NegativeCurvature#along}.
     *
     * @param direction length n, receives the direction, of norm 1 and downhill
     * @return the curvature along it, not negative if none is that rounding and an inexact point do not explain
     */
    public double leave(double[] gradient, double[] direction) {
        double[] vector = new double[n];
        double curvature = NegativeCurvature.along(even.eigen(), 0, vector);
        System.arraycopy(ScaledProblem.divided(vector, even.scale()), 0, direction, 0, n);
        return curvature * NegativeCurvature.aim(direction, gradient);
    }
}
