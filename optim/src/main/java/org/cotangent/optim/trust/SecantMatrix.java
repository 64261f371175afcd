package org.cotangent.optim.trust;

import java.util.Arrays;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.MatrixSize;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;

/** A dense matrix that learns the curvature of f from the gradients at both ends of steps. */
final class SecantMatrix implements Stateful {

    private final int n;
    private final SecantUpdate update;
    private final TypicalSizes sizes;
    private final double[] entries;
    private boolean begun;

    SecantMatrix(VariableSizes given, int dimension, SecantUpdate update) {
        n = dimension;
        this.update = update;
        sizes = new TypicalSizes(given, n);
        entries = new double
                [MatrixSize.of(
                        "secant matrix", n, n, "use a method that keeps no matrix, such as Minimizers.lbfgs(10)")];
    }

    /** D at a point, length n, a new array. */
    double[] scale(FunctionEvaluation at) {
        return sizes.scale(at);
    }

    /**
     * The matrix in use at a point, by rows, a new array. Before anything is known its lowest point is at a
     * distance of 1 along −D⁻²g.
     */
    double[] at(FunctionEvaluation point, double[] scale) {
        double[] matrix = entries.clone();
        if (!begun) {
            double slope = Vectors.norm(ScaledProblem.divided(point.gradient(), scale));
            setDiagonal(matrix, scale, slope > 0 ? slope : 1);
        }
        return matrix;
    }

    private void setDiagonal(double[] matrix, double[] scale, double factor) {
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = factor * scale[i] * scale[i];
        }
    }

    /** Learns from two points with gradients; false if nothing was to be learned. */
    boolean learn(FunctionEvaluation from, FunctionEvaluation to) {
        double[] step = new double[n];
        double[] change = new double[n];
        Vectors.sum(to.point(), -1, from.point(), step);
        Vectors.sum(to.gradient(), -1, from.gradient(), change);
        if (!Vectors.isFinite(change)) {
            return false;
        }
        double[] scale = sizes.scale(from);
        if (!begun) {
            begin(step, change, scale);
        }
        return begun && update.apply(entries, scale, step, change);
    }

    /** γ D² with the curvature that the first step showed (Nocedal, Wright 2006, equation 6.20, scaled). */
    private void begin(double[] step, double[] change, double[] scale) {
        double[] scaled = ScaledProblem.divided(change, scale);
        double curvature = Vectors.squareOver(scaled, Math.abs(Vectors.dot(step, change)));
        if (curvature > 0 && !Double.isInfinite(curvature)) {
            setDiagonal(entries, scale, curvature);
            begun = true;
        }
    }

    /** Learns from a trial that was not taken, unless nothing is known yet: it may be far from where it should be. */
    boolean learnFromRejected(FunctionEvaluation from, FunctionEvaluation rejected) {
        return begun && learn(from, rejected);
    }

    /** Forgets all; false if there was nothing to forget. */
    boolean forget() {
        boolean known = begun;
        begun = false;
        Arrays.fill(entries, 0);
        return known;
    }

    /** Takes over a matrix that is known better; false if it is not. */
    boolean adopt(Quadratic exact) {
        boolean dense = exact instanceof DenseQuadratic;
        if (dense) {
            System.arraycopy(((DenseQuadratic) exact).matrix(), 0, entries, 0, entries.length);
            begun = true;
        }
        return dense;
    }

    /** Notes that the point is left. */
    void leave() {
        sizes.leave();
    }

    @Override
    public void exchange(State state) {
        begun = state.flag(begun);
        state.vector(entries);
        state.part("sizes", sizes);
    }
}
