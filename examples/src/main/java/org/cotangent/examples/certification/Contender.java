package org.cotangent.examples.certification;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;

/** A method with all its defaults. */
record Contender(Family family, String title, Function<Task, Attempt> method) {

    private static final int MEMORY = 10;

    Attempt attempt(Task task) {
        return method.apply(task);
    }

    /** All of them, family by family. */
    static List<Contender> all() {
        return Stream.of(fits(), gradients(), curvature()).flatMap(List::stream).toList();
    }

    private static List<Contender> fits() {
        return List.of(
                fit("Levenberg-Marquardt", Minimizers.levenbergMarquardt(), Task::residuals),
                fit("LM, first derivatives only", Minimizers.levenbergMarquardt(), Contender::first),
                fit("dogleg", Minimizers.leastSquaresDogleg(), Contender::first),
                fit("Gauss-Newton", Minimizers.gaussNewton(), Contender::first));
    }

    private static List<Contender> gradients() {
        return List.of(
                gradient("BFGS", Minimizers.bfgs()),
                gradient("L-BFGS", Minimizers.lbfgs(MEMORY)),
                gradient("conjugate gradients", Minimizers.conjugateGradients()),
                gradient("trust region, BFGS", Minimizers.trustRegionBfgs()),
                gradient("trust region, SR1", Minimizers.trustRegionSr1()));
    }

    private static List<Contender> curvature() {
        return List.of(
                curvature("Newton", Minimizers.newton()),
                curvature("Newton-CG", Minimizers.newtonCg()),
                curvature("trust region, Steihaug", Minimizers.trustRegionSteihaug()),
                curvature("trust region, GLTR", Minimizers.trustRegionGltr()),
                curvature("trust region, dogleg", Minimizers.dogleg()),
                curvature("trust region, exact", Minimizers.trustRegion()));
    }

    private static VectorFunction first(Task task) {
        return new FirstDerivatives(task.residuals());
    }

    private static Contender fit(String title, LeastSquaresMethod method, Function<Task, VectorFunction> residuals) {
        return new Contender(
                Family.FITS, title, task -> Attempt.of(method.minimize(residuals.apply(task), task.start())));
    }

    private static Contender gradient(String title, Minimizer<DifferentiableFunction, Result> method) {
        return new Contender(
                Family.GRADIENTS, title, task -> Attempt.of(method.minimize(task.function(), task.start())));
    }

    private static Contender curvature(String title, Minimizer<TwiceDifferentiableFunction, Result> method) {
        return new Contender(
                Family.CURVATURE, title, task -> Attempt.of(method.minimize(task.function(), task.start())));
    }
}
