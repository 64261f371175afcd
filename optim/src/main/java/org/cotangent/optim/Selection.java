package org.cotangent.optim;

import java.util.Objects;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Text;

/** Chooses a method by what a function can compute and how large it is, and says why. */
final class Selection {

    /** The usual number of steps that L-BFGS remembers (Nocedal, Wright 2006, section 7.2: 3 to 20). */
    private static final int MEMORY = 10;

    /** Where a step takes n³ operations, minutes rather than seconds. */
    private static final int SLOW_FACTORS = 2000;

    /**
     * A dense Hessian takes as many products as there are variables: up to here fractions of a second, for
     * which the exact trust region solves 54 of NIST's fits as plain functions, where products alone solve 45.
     */
    private static final int DENSE_HESSIAN = 100;

    /** 2 MB, and for each step fewer operations than most gradients of so many variables. */
    private static final int DENSE_INVERSE = 500;

    private Selection() {}

    static Choice<Result> of(DifferentiableFunction function) {
        Objects.requireNonNull(function, "function is null, expected what shall be minimized");
        int n = Checks.dimension("dimension of the function", function.dimension());
        if (function instanceof TwiceDifferentiableFunction twice) {
            return n <= DENSE_HESSIAN
                    ? Choice.of(Minimizers.trustRegion(), twice, exactText(n))
                    : Choice.of(Minimizers.trustRegionSteihaug(), twice, productsText(n));
        }
        return n <= DENSE_INVERSE
                ? Choice.of(Minimizers.bfgs(), function, bfgsText(n))
                : Choice.of(Minimizers.lbfgs(MEMORY), function, lbfgsText(n));
    }

    private static String exactText(int n) {
        return "Trust region with the exact Hessian: the function knows its Hessian-vector products, and of "
                + Text.count(n, "variable")
                + " (at most " + DENSE_HESSIAN + ") the whole matrix costs little; of all methods for functions it"
                + " missed the fewest test problems";
    }

    private static String productsText(int n) {
        return "Trust region by conjugate gradients (Steihaug): the function knows its Hessian-vector products, which"
                + " take few iterations near a minimum, show whether the point is one, and need no matrix for its "
                + Text.count(n, "variable");
    }

    private static String bfgsText(int n) {
        return "BFGS: the function knows its gradient and no second derivatives; steps build a matrix in their place, of "
                + n + " by " + n + " numbers (up to " + DENSE_INVERSE + " variables)";
    }

    private static String lbfgsText(int n) {
        return "L-BFGS: the function knows its gradient and no second derivatives; the last " + MEMORY
                + " steps stand in for them, in memory for " + 2 * MEMORY + " vectors of length " + n;
    }

    static Choice<LeastSquaresResult> of(VectorFunction residuals) {
        Objects.requireNonNull(residuals, "residuals is null, expected the function whose squares are summed");
        int n = Checks.dimension("input dimension of the residuals", residuals.inputDimension());
        int m = Checks.dimension("output dimension of the residuals", residuals.outputDimension());
        if ((long) m * n > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the Jacobian would have " + m + " times " + n
                    + " entries, expected at most " + Integer.MAX_VALUE
                    + "; pass new LeastSquaresFunction(residuals), which is minimized without a Jacobian");
        }
        return Choice.of(Minimizers.levenbergMarquardt(), residuals, fitText(residuals, m, n));
    }

    private static String fitText(VectorFunction residuals, int m, int n) {
        String finish = residuals instanceof TwiceDifferentiableVectorFunction
                ? "their second derivatives win the last digits"
                : "they know no second derivatives, so the last digits are won by Gauss-Newton steps";
        String size = n > SLOW_FACTORS
                ? "; with " + n + " parameters each step takes long, compare new LeastSquaresFunction(residuals)"
                : "";
        return "Levenberg-Marquardt: " + Text.count(m, "residual") + " of " + Text.count(n, "parameter")
                + " show the curvature by their Jacobian, and what the fit says of the parameters; " + finish + size;
    }
}
