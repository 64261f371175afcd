package org.cotangent.optim;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.search.Armijo;
import org.cotangent.optim.search.Beta;
import org.cotangent.optim.search.Lbfgs;
import org.cotangent.optim.search.NewtonCg;
import org.cotangent.optim.search.NonlinearConjugateGradients;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.search.Preconditioner;
import org.cotangent.optim.search.StrongWolfe;

/** Every method there is, each on a problem that keeps it busy: a new one is added here. */
final class Methods {

    private static final int SHORT = 3000;

    /** Time is part of the state, and must not make two runs differ. */
    private static final LongSupplier STOPPED = () -> 0;

    private static final double[] START = {-1.2, 1, -1.2, 1, -1.2, 1};

    private final TwiceDifferentiableFunction function;
    private final TwiceDifferentiableVectorFunction residuals;
    private final double[] start;

    private Methods(TwiceDifferentiableFunction function, TwiceDifferentiableVectorFunction residuals, double[] start) {
        this.function = function;
        this.residuals = residuals;
        this.start = start;
    }

    /**
     * A method with something to do.
     *
     * @param view what the results of all methods have in common
     */
    record Case<F, R>(String name, Minimizer<F, R> method, F function, double[] start, Function<R, Result> view) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** On the chain of three valleys that every method has to follow. */
    static List<Case<?, ?>> all() {
        return on(new Rosenbrock(START.length), new RosenbrockResiduals(START.length), START);
    }

    /**
     * On a problem of one's own.
     *
     * @param function Σ rᵢ² of the residuals, for methods that do not fit
     */
    static List<Case<?, ?>> on(
            TwiceDifferentiableFunction function, TwiceDifferentiableVectorFunction residuals, double[] start) {
        return new Methods(function, residuals, start).cases();
    }

    private List<Case<?, ?>> cases() {
        Preconditioner preconditioner = Preconditioner.diagonal(alternating(2));
        double[] sizes = alternating(2, 4, 8);
        return List.of(
                scalar(
                        "gradient descent, fixed step",
                        Minimizers.gradientDescent(1e-3).maxIterations(SHORT)),
                scalar(
                        "gradient descent, Armijo",
                        Minimizers.gradientDescentArmijo().maxIterations(SHORT)),
                scalar("Barzilai-Borwein", Minimizers.barzilaiBorwein().maxIterations(SHORT)),
                scalar(
                        "adaptive scaling with a line search",
                        Trainers.adaptiveLineSearch().maxIterations(SHORT)),
                scalar("BFGS", Minimizers.bfgs()),
                scalar("BFGS, typical sizes", Minimizers.bfgs().typicalSizes(sizes)),
                scalar("BFGS to the rounding floor", Minimizers.bfgs().tolerance(0)),
                scalar("conjugate gradients", Minimizers.conjugateGradients()),
                scalar("conjugate gradients, Hager-Zhang", Minimizers.conjugateGradients(Beta.HAGER_ZHANG)),
                scalar(
                        "conjugate gradients, preconditioned with memory",
                        PathSearch.of(
                                new NonlinearConjugateGradients(Beta.POLAK_RIBIERE_PLUS, true, 3, preconditioner),
                                new StrongWolfe(NonlinearConjugateGradients.FLATTENING))),
                scalar("heavy ball", Minimizers.heavyBall(1e-4, 0.9).maxIterations(SHORT)),
                scalar("L-BFGS(1)", Minimizers.lbfgs(1)),
                scalar("L-BFGS(5)", Minimizers.lbfgs(5)),
                scalar("L-BFGS(5) to the rounding floor", Minimizers.lbfgs(5).tolerance(0)),
                scalar("L-BFGS(5), preconditioned", PathSearch.of(new Lbfgs(5, preconditioner), new StrongWolfe())),
                scalar("L-BFGS(5), typical sizes", Minimizers.lbfgs(5).typicalSizes(sizes)),
                scalar("L-BFGS(5) with finish", Minimizers.lbfgs(5).withFinish().tolerance(1e-4)),
                scalar("Nesterov", Minimizers.nesterov(1e-4).maxIterations(SHORT)),
                scalar("Newton", Minimizers.newton()),
                scalar("Newton-CG", Minimizers.newtonCg()),
                scalar(
                        "Newton-CG, preconditioned",
                        PathSearch.ofSecondOrder(new NewtonCg(preconditioner), new Armijo())),
                scalar("dogleg", Minimizers.dogleg()),
                scalar("trust region", Minimizers.trustRegion()),
                scalar("trust region, no finish", Minimizers.trustRegion().withoutFinish()),
                scalar("trust region, typical sizes", Minimizers.trustRegion().typicalSizes(sizes)),
                scalar("trust region, BFGS", Minimizers.trustRegionBfgs()),
                scalar("trust region, GLTR", Minimizers.trustRegionGltr()),
                scalar("trust region, SR1", Minimizers.trustRegionSr1()),
                scalar(
                        "trust region, SR1 to the rounding floor",
                        Minimizers.trustRegionSr1().tolerance(0)),
                scalar("trust region, Steihaug", Minimizers.trustRegionSteihaug()),
                fit("Levenberg-Marquardt", Minimizers.levenbergMarquardt()),
                fit(
                        "Levenberg-Marquardt to the rounding floor",
                        Minimizers.levenbergMarquardt().stopWhen(StoppingRules.gradientNorm(0))),
                fit(
                        "Levenberg-Marquardt, typical sizes",
                        Minimizers.levenbergMarquardt().typicalSizes(sizes)),
                fit(
                        "Levenberg-Marquardt, no finish",
                        Minimizers.levenbergMarquardt().withoutFinish()),
                fit("Gauss-Newton", Minimizers.gaussNewton()),
                fit("least-squares dogleg", Minimizers.leastSquaresDogleg()));
    }

    /** 1 and another number by turns: 1, 2, 1, 4, 1, 8, 1, 2, … */
    private double[] alternating(double... others) {
        double[] numbers = new double[start.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i % 2 == 0 ? 1 : others[i / 2 % others.length];
        }
        return numbers;
    }

    private <F, M extends Minimizer<F, Result> & Configured<M>> Case<?, ?> scalar(String name, M method) {
        @SuppressWarnings("unchecked") // every scalar method asks for a supertype of this function's class
        F asked = (F) function;
        return new Case<>(name, method.clock(STOPPED), asked, start.clone(), result -> result);
    }

    private <F, M extends Minimizer<F, LeastSquaresResult> & Configured<M>> Case<?, ?> fit(String name, M method) {
        @SuppressWarnings("unchecked") // every fit asks for a supertype of this function's class
        F asked = (F) residuals;
        return new Case<>(name, method.clock(STOPPED), asked, start.clone(), LeastSquaresResult::result);
    }
}
