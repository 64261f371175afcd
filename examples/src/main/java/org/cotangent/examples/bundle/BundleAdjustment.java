package org.cotangent.examples.bundle;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.runtime.Workspace;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.StoppingRules;

/**
 * Eight cameras and 1000 points of the old town of Dubrovnik found from photographs: 3072 unknowns. L-BFGS needs
 * gradients only; Newton-CG multiplies with the Hessian, which is never formed.
 */
public final class BundleAdjustment {

    private static final int CAMERA = 9;
    private static final int POINT = 3;

    /** Pixels: the least change of residuals that a unit is allowed to mean, so that no unit is infinite. */
    private static final double LEAST_SENSITIVITY = 1e-2;

    private static final double TOLERANCE = 1e-5;
    private static final int MEMORY = 20;

    private final PrintStream out;

    BundleAdjustment(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints the cost before and after, and what both methods took, and draws the distances and the scene.
     *
     * @param arguments a file in the format of Bundle Adjustment in the Large; without any, Dubrovnik
     * @throws IOException if the file cannot be read or a picture not written
     */
    public static void main(String[] arguments) throws IOException {
        Scene scene = arguments.length == 0 ? Scene.dubrovnik() : Scene.read(Path.of(arguments[0]));
        new BundleAdjustment(System.out).run(scene, Gallery.standard());
    }

    void run(Scene scene, Gallery gallery) throws IOException {
        out.printf(
                Locale.ROOT,
                "%d cameras, %d points, %d observations: %d unknowns%n%n",
                scene.cameras().length,
                scene.points().length,
                scene.observed().length,
                scene.unknowns().length);
        Scaled misfit = misfit(scene);
        out.printf("%-10s %16s %16s %12s %9s%n", "", "half of squares", "pixels (rms)", "evaluations", "products");
        row(scene, "start", misfit.value(new double[misfit.dimension()]), 0, 0);
        Result lbfgs = lbfgs(misfit);
        row(scene, "L-BFGS", lbfgs.value(), lbfgs.evaluations(), lbfgs.counts().products());
        Result newton = newtonCg(misfit);
        row(
                scene,
                "Newton-CG",
                newton.value(),
                newton.evaluations(),
                newton.counts().products());
        if (gallery.isOpen()) {
            gallery.show(SceneCharts.picture(scene, scene.with(misfit.point(newton.point()))));
        }
    }

    private void row(Scene scene, String method, double cost, long evaluations, long products) {
        double distance = Math.sqrt(2 * cost / scene.observed().length);
        out.printf(Locale.ROOT, "%-10s %16.8f %16.3f %,12d %,9d%n", method, cost, distance, evaluations, products);
    }

    /** Half the sum of squared distances, of changes from the start in units of about a pixel. */
    static Scaled misfit(Scene scene) {
        TwiceDifferentiableFunction halfSquares = ReprojectionDerivatives.halfSquares(
                scene.cameras().length,
                CAMERA,
                scene.points().length,
                POINT,
                scene.seenBy(),
                scene.shown(),
                scene.observed());
        return new Scaled(halfSquares, scene.unknowns(), units(scene));
    }

    static Result lbfgs(Scaled misfit) {
        return Minimizers.lbfgs(MEMORY)
                .stopWhen(StoppingRules.gradientNorm(TOLERANCE))
                .minimize(misfit, new double[misfit.dimension()]);
    }

    static Result newtonCg(Scaled misfit) {
        return Minimizers.newtonCg()
                .stopWhen(StoppingRules.gradientNorm(TOLERANCE))
                .minimize(misfit, new double[misfit.dimension()]);
    }

    /** The change of each unknown that moves what is seen by about a pixel in all: from the columns of the Jacobian. */
    private static double[] units(Scene scene) {
        int points = CAMERA * scene.cameras().length;
        double[] squares = new double[points + POINT * scene.points().length];
        double[] residual = new double[2];
        double[] jacobian = new double[2 * (CAMERA + POINT)];
        Workspace workspace = new Workspace();
        for (int i = 0; i < scene.observed().length; i++) {
            int camera = scene.seenBy()[i];
            int point = scene.shown()[i];
            ReprojectionDerivatives.residualJacobian(
                    scene.cameras()[camera], scene.points()[point], scene.observed()[i], residual, jacobian, workspace);
            for (int j = 0; j < CAMERA + POINT; j++) {
                double x = jacobian[j];
                double y = jacobian[CAMERA + POINT + j];
                squares[j < CAMERA ? CAMERA * camera + j : points + POINT * point + j - CAMERA] += x * x + y * y;
            }
        }
        return Arrays.stream(squares)
                .map(sum -> 1 / Math.max(Math.sqrt(sum), LEAST_SENSITIVITY))
                .toArray();
    }
}
