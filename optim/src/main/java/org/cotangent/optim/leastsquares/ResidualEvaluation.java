package org.cotangent.optim.leastsquares;

import java.util.Arrays;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.MatrixSize;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * A point of a sum of squares, or of a sum of losses: residuals, and on demand the Jacobian. Under
 * a loss both are corrected so that Jᵀr is the gradient still and JᵀJ the main part of the Hessian.
 */
public final class ResidualEvaluation implements MovableEvaluation {

    private final VectorFunction function;
    private final LossTerms terms;
    private final double[] point;
    private final double[] residuals;
    private final double[] residualsAgain;
    private final double[] corrected;
    private final double[] jacobian;
    private final double[] gradient;
    private boolean residualsKnown;
    private boolean jacobianKnown;
    private boolean settled;

    ResidualEvaluation(VectorFunction function, Loss loss) {
        this.function = function;
        terms = new LossTerms(loss);
        int n = function.inputDimension();
        int m = function.outputDimension();
        point = new double[n];
        residuals = new double[m];
        residualsAgain = new double[m];
        corrected = terms.areSquares() ? residuals : new double[m];
        jacobian = new double
                [MatrixSize.of("Jacobian", m, n, "minimize new LeastSquaresFunction(residuals), which needs none")];
        gradient = new double[n];
    }

    @Override
    public double[] overwrite() {
        residualsKnown = false;
        jacobianKnown = false;
        settled = false;
        return point;
    }

    @Override
    public double[] point() {
        return point;
    }

    /** The residuals r as the function gives them, length m: the buffer itself, not to be modified. */
    double[] residuals() {
        if (!residualsKnown) {
            function.value(point, residuals);
            residualsKnown = true;
        }
        return residuals;
    }

    /** The residuals that belong to the Jacobian, length m: the buffer itself, not to be modified. */
    double[] corrected() {
        jacobian();
        return corrected;
    }

    /** A copy of the residuals if they are known, otherwise NaN: for results, which evaluate nothing. */
    double[] knownResiduals() {
        double[] copy = residuals.clone();
        if (!residualsKnown) {
            Arrays.fill(copy, Double.NaN);
        }
        return copy;
    }

    /** The Jacobian by rows, corrected, length m·n: the buffer itself, not to be modified. */
    double[] jacobian() {
        if (!jacobianKnown) {
            // Residuals that a decision was based on stay: the two may differ in the last bit.
            function.jacobian(point, residualsKnown ? residualsAgain : residuals, jacobian);
            residualsKnown = true;
            jacobianKnown = true;
            terms.correct(residuals, jacobian, corrected);
            multiplyTransposed();
        }
        return jacobian;
    }

    private void multiplyTransposed() {
        Arrays.fill(gradient, 0);
        int n = point.length;
        for (int i = 0; i < residuals.length; i++) {
            for (int j = 0; j < n; j++) {
                gradient[j] += jacobian[i * n + j] * corrected[i];
            }
        }
    }

    /** ½ Σ ρ(rᵢ²). */
    @Override
    public double value() {
        return terms.half(residuals());
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

    /** ρ′(rᵢ²) rᵢ: what Σ wᵢ ∇²rᵢ is weighted with in the Hessian. */
    double[] influences() {
        return terms.influences(residuals());
    }

    /** Adds the curvature of the loss that JᵀJ leaves out, Jᵀ diag(…) J, to a matrix by rows. */
    void addCurvatureOfLoss(double[] matrix) {
        terms.addMissingCurvature(residuals(), jacobian(), matrix);
    }

    /** Adds (JᵀJ + the curvature of the loss that it leaves out) v to a vector of length n. */
    void addGaussNewtonProduct(double[] v, double[] product) {
        int n = point.length;
        for (int i = 0; i < residuals.length; i++) {
            double change = change(i, v) * (1 + terms.missingShare(residuals[i]));
            for (int j = 0; j < n; j++) {
                product[j] += change * jacobian[i * n + j];
            }
        }
    }

    /**
     * Enters what the model around this point promises at most. If that is within the rounding of the value,
     * gradients decide from here on; as long as it is not, a value that does not fall tells of something else.
     */
    void settled(double decrement) {
        settled = decrement <= noise();
    }

    /**
     * ½ Σ (rᵢ − rᵢ')(rᵢ + rᵢ'), without the cancellation of the sums. Where even that is within the
     * rounding of the residuals, −½ (∇f + ∇f')ᵀ(x' − x), the trapezoidal rule: its error falls with the
     * third power of the step, and gradients are small there.
     */
    @Override
    public double decreaseTo(Evaluation next) {
        ResidualEvaluation other = (ResidualEvaluation) next;
        double decrease = terms.decrease(residuals(), other.residuals());
        return settled && Math.abs(decrease) <= noise() ? trapezoid(other) : decrease;
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

    /** How far the value is uncertain. */
    double noise() {
        return new ResidualRounding(this).ofValue();
    }

    /**
     * Where gradients decide, what rounding alone could promise; else the last bit of the value.
     */
    @Override
    public double resolution() {
        return settled ? rounding() : Math.ulp(value());
    }

    /** A model that promises less than that only follows the rounding of the residuals. */
    double rounding() {
        return new ResidualRounding(this).ofModel();
    }

    @Override
    public void exchange(State state) {
        state.vector(point);
        residualsKnown = state.flag(residualsKnown);
        state.vector(residuals);
        state.vector(corrected);
        jacobianKnown = state.flag(jacobianKnown);
        state.vector(jacobian);
        state.vector(gradient);
    }

    /**
     * Jᵀ r_vv with r_vv ≈ (2/h) ((r(x + h v) − r(x)) / h − J v), by one more evaluation of the residuals;
     * nothing else is kept of it.
     */
    double[] secondDerivative(double h, double[] v) {
        double[] moved = new double[point.length];
        Vectors.sum(point, h, v, moved);
        double[] there = new double[residuals.length];
        function.value(moved, there);
        double[] product = new double[point.length];
        for (int i = 0; i < residuals.length; i++) {
            double factor = terms.rowFactor(residuals[i]);
            if (factor != 0) {
                double second = 2 / h * ((there[i] - residuals[i]) / h - change(i, v) / factor);
                double weight = terms.slope(residuals[i]) / factor;
                for (int j = 0; j < product.length; j++) {
                    product[j] += weight * second * jacobian[i * product.length + j];
                }
            }
        }
        return product;
    }

    /** The i-th entry of J s. */
    private double change(int i, double[] s) {
        double change = 0;
        for (int j = 0; j < s.length; j++) {
            change += jacobian()[i * s.length + j] * s[j];
        }
        return change;
    }

    /** What the Gauss-Newton model says of a step: −(Jᵀr)ᵀs − ½‖J s‖². */
    double predictedDecrease(double[] s) {
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            double change = change(i, s);
            sum -= change * (corrected()[i] + change / 2);
        }
        return sum;
    }

    /**
     * The Euclidean norms of the columns of the Jacobian; where a column is 0 what would take the residuals to 0
     * by a change of the variable's own size, which has the same units.
     */
    double[] columnNorms() {
        double[] norms = columnLengths();
        for (int j = 0; j < norms.length; j++) {
            if (norms[j] == 0) {
                double size = Math.abs(point[j]);
                double guess = Vectors.norm(corrected()) / (size > 0 ? size : 1);
                norms[j] = guess > 0 && !Double.isInfinite(guess) ? guess : 1;
            }
        }
        return norms;
    }

    /** The Euclidean norms of the columns of the Jacobian. */
    double[] columnLengths() {
        double[] column = new double[residuals.length];
        double[] norms = new double[point.length];
        for (int j = 0; j < norms.length; j++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = jacobian()[i * norms.length + j];
            }
            norms[j] = Vectors.norm(column);
        }
        return norms;
    }
}
