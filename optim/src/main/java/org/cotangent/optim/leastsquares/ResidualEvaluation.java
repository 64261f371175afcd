package org.cotangent.optim.leastsquares;

import java.util.Arrays;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/** A point of a sum of squares: residuals, and on demand the Jacobian. */
public final class ResidualEvaluation implements MovableEvaluation {

    /** Bits granted to the rounding of intermediate results inside a residual. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

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

    /**
     * ½ Σ (rᵢ − rᵢ')(rᵢ + rᵢ'), without the cancellation of the sums. Where even that is within the
     * rounding of the residuals, −½ (∇f + ∇f')ᵀ(x' − x), the trapezoidal rule: its error falls with the
     * third power of the step, and gradients are small there.
     */
    @Override
    public double decreaseTo(Evaluation next) {
        ResidualEvaluation other = (ResidualEvaluation) next;
        double[] before = residuals();
        double[] after = other.residuals();
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += (before[i] - after[i]) * (before[i] + after[i]);
        }
        return Math.abs(sum / 2) > noise() || !Double.isFinite(sum) ? sum / 2 : trapezoid(other);
    }

    private double trapezoid(ResidualEvaluation other) {
        double[] before = gradient();
        double[] after = other.gradient();
        double sum = 0;
        for (int j = 0; j < point.length; j++) {
            sum += (before[j] + after[j]) * (point[j] - other.point[j]);
        }
        return sum / 2;
    }

    /** Σ |rᵢ| Σ |Jᵢⱼ xⱼ| times the rounding unit and some bits: how far the value is uncertain. */
    double noise() {
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            sum += Math.abs(residuals[i]) * swing(i);
        }
        return ROUNDING * (sum + value());
    }

    /**
     * ½ Σ eᵢ² with eᵢ the rounding error of rᵢ: a model that promises less than that only follows the
     * rounding of the residuals.
     */
    @Override
    public double resolution() {
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            double error = Math.ulp(1.0) / 2 * (Math.abs(residuals[i]) + swing(i));
            sum += error * error;
        }
        return sum / 2;
    }

    /** Σ |Jᵢⱼ xⱼ|: what the rounding of x alone changes in rᵢ, in units of the rounding. */
    private double swing(int i) {
        double sum = 0;
        for (int j = 0; j < point.length; j++) {
            sum += Math.abs(jacobian()[i * point.length + j] * point[j]);
        }
        return sum;
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

    /** The residuals at x + factor · v; nothing is kept of them. */
    double[] residualsAlong(double factor, double[] v) {
        double[] moved = new double[point.length];
        Vectors.sum(point, factor, v, moved);
        double[] there = new double[residuals.length];
        function.value(moved, there);
        return there;
    }

    /** What the Gauss-Newton model says of a step: −(Jᵀr)ᵀs − ½‖J s‖². */
    double predictedDecrease(double[] s) {
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            double change = 0;
            for (int j = 0; j < s.length; j++) {
                change += jacobian()[i * s.length + j] * s[j];
            }
            sum -= change * (residuals[i] + change / 2);
        }
        return sum;
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
