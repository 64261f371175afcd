package org.cotangent.optim;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.CurveFit;
import org.cotangent.optim.leastsquares.CurveModel;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.leastsquares.RootFinder;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.scalar.Brent;
import org.cotangent.optim.search.Armijo;
import org.cotangent.optim.search.BarzilaiBorwein;
import org.cotangent.optim.search.Beta;
import org.cotangent.optim.search.Bfgs;
import org.cotangent.optim.search.FixedStep;
import org.cotangent.optim.search.HeavyBall;
import org.cotangent.optim.search.Lbfgs;
import org.cotangent.optim.search.Nesterov;
import org.cotangent.optim.search.Newton;
import org.cotangent.optim.search.NewtonCg;
import org.cotangent.optim.search.NonlinearConjugateGradients;
import org.cotangent.optim.search.NonmonotoneArmijo;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.search.Preconditioner;
import org.cotangent.optim.search.SteepestDescent;
import org.cotangent.optim.search.StrongWolfe;
import org.cotangent.optim.trust.BfgsModel;
import org.cotangent.optim.trust.ConvexModel;
import org.cotangent.optim.trust.Dogleg;
import org.cotangent.optim.trust.Gltr;
import org.cotangent.optim.trust.HessianModel;
import org.cotangent.optim.trust.HessianProductModel;
import org.cotangent.optim.trust.MoreSorensen;
import org.cotangent.optim.trust.Sr1Model;
import org.cotangent.optim.trust.SteihaugToint;
import org.cotangent.optim.trust.TrustRegionMinimizer;

/**
 * The named methods. Each is an immutable object with withers for tolerance, budget, observer and
 * cancellation: {@code Minimizers.lbfgs(10).tolerance(1e-10).maxEvaluations(500).minimize(f, x0)}.
 */
public final class Minimizers {

    /** The middle of what Liu, Nocedal (1989), section 4, try for L-BFGS: 3 to 9. */
    private static final int CONJUGATE_GRADIENT_MEMORY = 5;

    private Minimizers() {}

    /**
     * The negative gradient with steps from the last change of the gradient; values rise now and
     * then. Two vectors of memory; often far faster than steepest descent, seldom than L-BFGS.
     */
    public static PathSearch<DifferentiableFunction> barzilaiBorwein() {
        return PathSearch.of(new BarzilaiBorwein(), new NonmonotoneArmijo());
    }

    /**
     * BFGS with a dense inverse Hessian: the fewest evaluations where only gradients are known, up
     * to some thousand variables.
     */
    public static PathSearch<DifferentiableFunction> bfgs() {
        return PathSearch.of(new Bfgs(), new StrongWolfe());
    }

    /**
     * A minimum of a function of one variable between two bounds, from values alone or, faster and with twice the
     * digits, with the derivative: {@code Minimizers.brent().minimize(x -> x * Math.log(x), 0, 1)}.
     */
    public static Brent brent() {
        return Brent.standard();
    }

    /**
     * Nonlinear conjugate gradients, preconditioned by what L-BFGS has from five steps: for large n,
     * with fewer vectors than L-BFGS and more careful searches. Polak and Ribière's formula, begun anew
     * where conjugacy is lost.
     */
    public static PathSearch<DifferentiableFunction> conjugateGradients() {
        return conjugateGradients(new NonlinearConjugateGradients(
                Beta.POLAK_RIBIERE_PLUS, true, CONJUGATE_GRADIENT_MEMORY, Preconditioner.NONE));
    }

    /** Nonlinear conjugate gradients by another formula, without memory or preconditioner. */
    public static PathSearch<DifferentiableFunction> conjugateGradients(Beta formula) {
        return conjugateGradients(new NonlinearConjugateGradients(formula, true));
    }

    private static PathSearch<DifferentiableFunction> conjugateGradients(NonlinearConjugateGradients direction) {
        return PathSearch.of(direction, new StrongWolfe(NonlinearConjugateGradients.FLATTENING));
    }

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
     * Gradient steps of a fixed length, each with a part of the last step added. For a quadratic the
     * best choice is {@link HeavyBall#between}.
     *
     * @param step multiple of the negative gradient, positive
     * @param momentum part of the last step that is kept, from 0 to below 1
     */
    public static PathSearch<DifferentiableFunction> heavyBall(double step, double momentum) {
        return PathSearch.of(new HeavyBall(step, momentum), new FixedStep(1));
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
     * Nesterov's accelerated gradient method with adaptive restart. Its iterates are the extrapolated
     * points, where the gradients are.
     *
     * @param step multiple of the negative gradient, at most 1 / (largest curvature)
     */
    public static PathSearch<DifferentiableFunction> nesterov(double step) {
        return PathSearch.of(new Nesterov(step), new FixedStep(1));
    }

    /**
     * Newton's method with the whole Hessian, from n products a step, its curvatures made positive: the
     * fewest iterations, for up to some hundred variables. Leaves saddles and reports the gap.
     */
    public static PathSearch<TwiceDifferentiableFunction> newton() {
        return PathSearch.ofSecondOrder(new Newton(), new Armijo());
    }

    /**
     * Truncated Newton with Hessian-vector products. Converges fast near a minimum, leaves saddles,
     * and reports the gap and the curvature seen at the point it returns.
     */
    public static PathSearch<TwiceDifferentiableFunction> newtonCg() {
        return PathSearch.ofSecondOrder(new NewtonCg(), new Armijo());
    }

    /**
     * Fits a curve to measured points, with standard deviations, intervals and bands: {@code
     * Minimizers.curveFit(model).fit(x, y, sigma, start)}.
     *
     * @param model what the curve predicts at given points, as a function of its parameters
     */
    public static <X> CurveFit<X> curveFit(CurveModel<X> model) {
        return CurveFit.of(model);
    }

    /** Damped Gauss-Newton steps for residuals that are small or nearly linear near the minimum. */
    public static LeastSquaresMethod gaussNewton() {
        return LeastSquaresMethod.gaussNewton();
    }

    /** Powell's dogleg for residuals: like Levenberg-Marquardt with cheaper steps. */
    public static LeastSquaresMethod leastSquaresDogleg() {
        return LeastSquaresMethod.dogleg();
    }

    /**
     * Levenberg-Marquardt for residuals, minimizing half their sum of squares, with statistics of
     * the fit. Residuals that know their second derivatives get them used for the last digits.
     */
    public static LeastSquaresMethod levenbergMarquardt() {
        return LeastSquaresMethod.levenbergMarquardt();
    }

    /**
     * Newton's method within a trust region, along a dogleg: dense Hessian, turned convex where it is not;
     * one factorization a point. With a finish.
     */
    public static TrustRegionMinimizer<TwiceDifferentiableFunction> dogleg() {
        return TrustRegionMinimizer.ofSecondOrder(new ConvexModel<>(new HessianModel()), new Dogleg())
                .withFinish();
    }

    /**
     * Newton's method within a trust region, each subproblem solved to its global minimum: dense Hessian,
     * n up to some hundreds. The most robust where second derivatives are known; leaves saddles, reports gap
     * and curvature. With a finish.
     */
    public static TrustRegionMinimizer<TwiceDifferentiableFunction> trustRegion() {
        return TrustRegionMinimizer.ofSecondOrder(new HessianModel(), new MoreSorensen())
                .withFinish();
    }

    /** BFGS within a trust region, along a dogleg: gradients only, n² numbers. */
    public static TrustRegionMinimizer<DifferentiableFunction> trustRegionBfgs() {
        return TrustRegionMinimizer.of(new BfgsModel(), new Dogleg());
    }

    /**
     * As {@link #trustRegionSteihaug}, but goes on along the boundary to the best point there: fewer
     * evaluations for more products, which pays where a function is dear and its products are not.
     */
    public static TrustRegionMinimizer<TwiceDifferentiableFunction> trustRegionGltr() {
        return TrustRegionMinimizer.ofSecondOrder(new HessianProductModel(), new Gltr());
    }

    /**
     * The symmetric rank-one update within a trust region: gradients only, n² numbers; learns negative
     * curvature, which BFGS cannot.
     */
    public static TrustRegionMinimizer<DifferentiableFunction> trustRegionSr1() {
        return TrustRegionMinimizer.of(new Sr1Model(), new MoreSorensen());
    }

    /**
     * Truncated conjugate gradients within a trust region, by Hessian-vector products: any n. Leaves
     * saddles, reports gap and curvature.
     */
    public static TrustRegionMinimizer<TwiceDifferentiableFunction> trustRegionSteihaug() {
        return TrustRegionMinimizer.ofSecondOrder(new HessianProductModel(), new SteihaugToint());
    }

    /**
     * The method for a function by what it offers and its size, with the reason: a trust region with the
     * exact Hessian for up to 100 variables, or by Hessian-vector products for more; BFGS for up to 500, or
     * L-BFGS for more, where only gradients are known.
     */
    public static Choice<Result> best(DifferentiableFunction function) {
        return Selection.of(function);
    }

    /** The method for residuals, with the reason: Levenberg-Marquardt while their Jacobian fits into memory. */
    public static Choice<LeastSquaresResult> best(VectorFunction residuals) {
        return Selection.of(residuals);
    }

    /** Solves as many equations as unknowns, and tells roots from points where the equations cannot be met. */
    public static RootFinder rootFinder() {
        return RootFinder.levenbergMarquardt();
    }
}
