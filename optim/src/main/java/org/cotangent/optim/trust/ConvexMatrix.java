package org.cotangent.optim.trust;

import java.util.List;
import java.util.Optional;
import org.cotangent.optim.run.Spectrum;
import org.cotangent.optim.run.Vectors;

/**
 * Another model with its matrix made positive definite where it is not, by turning eigenvalues positive:
 * downhill stays downhill, the step along a direction keeps its length, and saddles push away (Nocedal,
 * Wright 2006, section 3.4, "eigenvalue modification"). What is said of the function is the other model's.
 */
final class ConvexMatrix implements ConvexQuadratic {

    /** Eigenvalues below this share of the largest are raised to it: half the digits. */
    private static final double LEAST = Math.sqrt(Math.ulp(1.0));

    /** The curvature of a plane relative to its slope: its lowest point is beyond every region. */
    private static final double FLAT = 1e-30;

    private final DenseQuadratic model;
    private final double[] matrix;
    private final EvenScale even;
    private final ShiftedCholesky cholesky;

    private ConvexMatrix(DenseQuadratic model, double[] matrix, EvenScale even, ShiftedCholesky cholesky) {
        this.model = model;
        this.matrix = matrix;
        this.even = even;
        this.cholesky = cholesky;
    }

    /** The model itself if it is convex, otherwise the nearest that is in this sense. */
    static ConvexMatrix of(DenseQuadratic model) {
        double[] matrix = model.matrix();
        int n = model.scale().length;
        double rounding = SymmetricEigen.rounding(1, n);
        EvenScale even = EvenScale.of(matrix, n);
        ShiftedCholesky cholesky = new ShiftedCholesky(even.matrix(), n);
        if (Vectors.isFinite(matrix) && !cholesky.factor(0, rounding)) {
            matrix = turned(even, Vectors.norm(ScaledProblem.divided(model.gradient(), even.scale())));
            even = EvenScale.of(matrix, n);
            cholesky = new ShiftedCholesky(even.matrix(), n);
            cholesky.factor(0, 0);
        }
        return new ConvexMatrix(model, matrix, even, cholesky);
    }

    /**
     * Turns eigenvalues.
     *
     * @param slope the norm of the gradient in that scale, for a plane
     */
    private static double[] turned(EvenScale even, double slope) {
        SymmetricEigen eigen = even.eigen();
        int n = even.scale().length;
        double largest = Math.abs(eigen.value(eigen.largest()));
        double least = largest > 0 ? LEAST * largest : FLAT * (slope > 0 ? slope : 1);
        double[] matrix = new double[n * n];
        for (int k = 0; k < n; k++) {
            double value = Math.max(least, Math.abs(eigen.value(k)));
            double[] vector = eigen.vector(k);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i * n + j] += value * (even.scale()[i] * vector[i]) * (even.scale()[j] * vector[j]);
                }
            }
        }
        return matrix;
    }

    @Override
    public void newtonStep(double[] step) {
        double[] z = ScaledProblem.divided(model.gradient(), even.scale());
        cholesky.solveLower(z);
        cholesky.solveTransposed(z);
        for (int i = 0; i < z.length; i++) {
            step[i] = -z[i] / even.scale()[i];
        }
    }

    @Override
    public double[] scale() {
        return model.scale();
    }

    @Override
    public double[] gradient() {
        return model.gradient();
    }

    @Override
    public double[] matrix() {
        return matrix;
    }

    @Override
    public double unrestrictedStepNorm() {
        return model.unrestrictedStepNorm();
    }

    @Override
    public double decrement() {
        return model.decrement();
    }

    @Override
    public double smallestCurvature(double[] direction) {
        return model.smallestCurvature(direction);
    }

    @Override
    public List<double[]> flatDirections() {
        return model.flatDirections();
    }

    @Override
    public List<double[]> stepDirection() {
        return model.stepDirection();
    }

    @Override
    public Optional<Spectrum> spectrum() {
        return model.spectrum();
    }
}
