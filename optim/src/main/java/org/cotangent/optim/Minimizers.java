package org.cotangent.optim;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.leastsquares.LevenbergMarquardt;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.search.Armijo;
import org.cotangent.optim.search.FixedStep;
import org.cotangent.optim.search.Lbfgs;
import org.cotangent.optim.search.NewtonCg;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.search.SteepestDescent;
import org.cotangent.optim.search.StrongWolfe;

/**
 * The named methods. Each is an immutable object with withers for tolerance, budget, observer and
 * cancellation: {@code Minimizers.lbfgs(10).tolerance(1e-10).maxEvaluations(500).minimize(f, x0)}.
 */
public final class Minimizers {

    private Minimizers() {}

    /**
     * Steepest descent with a fixed step. Converges for steps below 2 / (largest curvature).
     *
     * @param step multiple of the negative gradient, positive
     */
    public static PathSearch<DifferentiableFunction> gradientDescent(double step) {
        return PathSearch.of(new SteepestDescent(), new FixedStep(step));
    }

    /** Steepest descent that searches its step. Slow where curvatures differ much; always falls. */
    public static PathSearch<DifferentiableFunction> gradientDescentArmijo() {
        return PathSearch.of(new SteepestDescent(), new Armijo());
    }

    /**
     * Limited-memory BFGS with a strong Wolfe search: the method to try first when only gradients
     * are known, for any n.
     *
     * @param memory how many steps to remember; 10 is usual
     */
    public static PathSearch<DifferentiableFunction> lbfgs(int memory) {
        return PathSearch.of(new Lbfgs(memory), new StrongWolfe());
    }

    /**
     * Truncated Newton with Hessian-vector products. Converges fast near a minimum, leaves saddles,
     * and reports the gap and the curvature seen at the point it returns.
     */
    public static PathSearch<TwiceDifferentiableFunction> newtonCg() {
        return PathSearch.ofSecondOrder(new NewtonCg(), new Armijo());
    }

    /**
     * Levenberg-Marquardt for residuals, minimizing half their sum of squares, with statistics of
     * the fit. Residuals that know their second derivatives get them used for the last digits.
     */
    public static LevenbergMarquardt levenbergMarquardt() {
        return LevenbergMarquardt.create();
    }

    /**
     * The method for a function by what it offers and its size, with the reason: Newton-CG where it
     * knows Hessian-vector products, L-BFGS where only gradients are known.
     */
    public static Choice<Result> best(DifferentiableFunction function) {
        return Selection.of(function);
    }

    /** The method for residuals, with the reason: Levenberg-Marquardt while their Jacobian fits into memory. */
    public static Choice<LeastSquaresResult> best(VectorFunction residuals) {
        return Selection.of(residuals);
    }
}
