package org.cotangent.optim.leastsquares;

import java.util.Arrays;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/** A point of a sum of squares: residuals, and on demand the Jacobian. */
public final class ResidualEvaluation implements MovableEvaluation {

    private final VectorFunction function;
    private final double[] point;
    private final double[] residuals;
    private final double[] residualsAgain;
    private final double[] jacobian;
    private final double[] gradient;
    private boolean residualsKnown;
    private boolean jacobianKnown;

    ResidualEvaluation(VectorFunction function) {
        this.function = function;
        int n = function.inputDimension();
        int m = function.outputDimension();
        point = new double[n];
        residuals = new double[m];
        residualsAgain = new double[m];
        jacobian = new double[Math.multiplyExact(m, n)];
        gradient = new double[n];
    }

    @Override
    public double[] overwrite() {
        residualsKnown = false;
        jacobianKnown = false;
        return point;
    }

    @Override
    public double[] point() {
        return point;
    }

    /** The residuals r, length m: the buffer itself, not to be modified. */
    double[] residuals() {
        if (!residualsKnown) {
            function.value(point, residuals);
            residualsKnown = true;
        }
        return residuals;
    }

    /** A copy of the residuals if they are known, otherwise NaN: for results, which evaluate nothing. */
    double[] knownResiduals() {
        double[] copy = residuals.clone();
        if (!residualsKnown) {
            Arrays.fill(copy, Double.NaN);
        }
        return copy;
    }

    /** The Jacobian by rows, length m·n: the buffer itself, not to be modified. */
    double[] jacobian() {
        if (!jacobianKnown) {
            // Residuals that a decision was based on stay: the two may differ in the last bit.
            function.jacobian(point, residualsKnown ? residualsAgain : residuals, jacobian);
            residualsKnown = true;
            jacobianKnown = true;
            multiplyTransposed();
        }
        return jacobian;
    }

    private void multiplyTransposed() {
        Arrays.fill(gradient, 0);
        int n = point.length;
        for (int i = 0; i < residuals.length; i++) {
            for (int j = 0; j < n; j++) {
                gradient[j] += jacobian[i * n + j] * residuals[i];
            }
        }
    }

    /** ½ Σ rᵢ². */
    @Override
    public double value() {
        double[] r = residuals();
        return Vectors.dot(r, r) / 2;
    }

    /** Jᵀr. */
    @Override
    public double[] gradient() {
        jacobian();
        return gradient;
    }

    @Override
    public boolean gradientKnown() {
        return jacobianKnown;
    }

    /** ½ Σ (rᵢ − rᵢ')(rᵢ + rᵢ'), exact where the difference of the sums would be rounding. */
    @Override
    public double decreaseTo(Evaluation next) {
        double[] before = residuals();
        double[] after = ((ResidualEvaluation) next).residuals();
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += (before[i] - after[i]) * (before[i] + after[i]);
        }
        return sum / 2;
    }

    @Override
    public void exchange(State state) {
        state.vector(point);
        residualsKnown = state.flag(residualsKnown);
        state.vector(residuals);
        jacobianKnown = state.flag(jacobianKnown);
        state.vector(jacobian);
        state.vector(gradient);
    }

    /** The Euclidean norms of the columns of the Jacobian, 1 where a column is 0. */
    double[] columnNorms() {
        double[] column = new double[residuals.length];
        double[] norms = new double[point.length];
        for (int j = 0; j < norms.length; j++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = jacobian()[i * norms.length + j];
            }
            double norm = Vectors.norm(column);
            norms[j] = norm > 0 ? norm : 1;
        }
        return norms;
    }
}
