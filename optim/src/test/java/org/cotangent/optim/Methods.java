package org.cotangent.optim;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
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

    private static final Preconditioner PRECONDITIONER = Preconditioner.diagonal(1, 2, 1, 2, 1, 2);

    private Methods() {}

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

    static List<Case<?, ?>> all() {
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
                scalar("BFGS, typical sizes", Minimizers.bfgs().withTypicalSizes(1, 2, 1, 4, 1, 8)),
                scalar("BFGS to the rounding floor", Minimizers.bfgs().tolerance(0)),
                scalar("conjugate gradients", Minimizers.conjugateGradients()),
                scalar("conjugate gradients, Hager-Zhang", Minimizers.conjugateGradients(Beta.HAGER_ZHANG)),
                scalar(
                        "conjugate gradients, preconditioned with memory",
                        PathSearch.of(
                                new NonlinearConjugateGradients(Beta.POLAK_RIBIERE_PLUS, true, 3, PRECONDITIONER),
                                new StrongWolfe(NonlinearConjugateGradients.FLATTENING))),
                scalar("heavy ball", Minimizers.heavyBall(1e-4, 0.9).maxIterations(SHORT)),
                scalar("L-BFGS(1)", Minimizers.lbfgs(1)),
                scalar("L-BFGS(5)", Minimizers.lbfgs(5)),
                scalar("L-BFGS(5) to the rounding floor", Minimizers.lbfgs(5).tolerance(0)),
                scalar("L-BFGS(5), preconditioned", PathSearch.of(new Lbfgs(5, PRECONDITIONER), new StrongWolfe())),
                scalar("L-BFGS(5), typical sizes", Minimizers.lbfgs(5).withTypicalSizes(1, 2, 1, 4, 1, 8)),
                scalar("L-BFGS(5) with finish", Minimizers.lbfgs(5).withFinish().tolerance(1e-4)),
                scalar("Nesterov", Minimizers.nesterov(1e-4).maxIterations(SHORT)),
                scalar("Newton", Minimizers.newton()),
                scalar("Newton-CG", Minimizers.newtonCg()),
                scalar(
                        "Newton-CG, preconditioned",
                        PathSearch.ofSecondOrder(new NewtonCg(PRECONDITIONER), new Armijo())),
                scalar("dogleg", Minimizers.dogleg()),
                scalar("trust region", Minimizers.trustRegion()),
                scalar("trust region, no finish", Minimizers.trustRegion().withoutFinish()),
                scalar("trust region, typical sizes", Minimizers.trustRegion().withTypicalSizes(1, 2, 1, 4, 1, 8)),
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
                        Minimizers.levenbergMarquardt().withTypicalSizes(1, 2, 1, 4, 1, 8)),
                fit(
                        "Levenberg-Marquardt, no finish",
                        Minimizers.levenbergMarquardt().withoutFinish()));
    }

    private static <F, M extends Minimizer<F, Result> & Configured<M>> Case<?, ?> scalar(String name, M method) {
        @SuppressWarnings("unchecked") // every scalar method asks for a supertype of this function's class
        F function = (F) new Rosenbrock(START.length);
        return new Case<>(name, method.clock(STOPPED), function, START.clone(), result -> result);
    }

    private static <F, M extends Minimizer<F, LeastSquaresResult> & Configured<M>> Case<?, ?> fit(
            String name, M method) {
        @SuppressWarnings("unchecked") // every fit asks for a supertype of this function's class
        F residuals = (F) new RosenbrockResiduals(START.length);
        return new Case<>(name, method.clock(STOPPED), residuals, START.clone(), LeastSquaresResult::result);
    }
}
