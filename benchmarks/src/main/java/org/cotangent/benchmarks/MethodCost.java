package org.cotangent.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.bundle.Reprojection;
import org.cotangent.examples.bundle.ReprojectionDerivatives;
import org.cotangent.examples.bundle.Scene;
import org.cotangent.examples.digits.Recognition;
import org.cotangent.examples.digits.RecognitionDerivatives;
import org.cotangent.examples.first.PlainJava;
import org.cotangent.examples.first.PlainJavaDerivatives;
import org.cotangent.examples.mixture.GaussianMixture;
import org.cotangent.examples.mixture.GaussianMixtureDerivatives;

/**
 * Prints what gradients and Hessian-vector products of plain Java methods cost: beside the method itself and beside a
 * gradient written by hand where there is one, and how many bytes a call allocates.
 */
public final class MethodCost {

    private static final int PIXELS = 64;
    private static final int CLASSES = 10;
    private static final int IMAGES = 1797;
    private static final double PENALTY = 1e-3;
    private static final int POINTS = 1000;
    private static final int VALLEYS = 1000;

    private MethodCost() {}

    /** Runs for about three minutes. */
    public static void main(String... arguments) {
        mixture(2, 5);
        mixture(10, 25);
        regression();
        rosenbrock();
        bundle();
    }

    private static void mixture(int dimension, int components) {
        Random random = new Random(3);
        double[] alphas = normal(random, components);
        double[][] means = normal(random, components, dimension);
        int factor = dimension * (dimension + 1) / 2;
        double[][] icf = normal(random, components, factor);
        double[][] points = normal(random, POINTS, dimension);
        TwiceDifferentiableFunction generated =
                GaussianMixtureDerivatives.adbench(components, components, dimension, components, factor, points, 1, 0);
        HandWrittenMixture byHand = new HandWrittenMixture(points, components, 1, 0);
        double[] alphasBar = new double[components];
        double[][] meansBar = new double[components][dimension];
        double[][] icfBar = new double[components][factor];
        DoubleSupplier gradient = () -> byHand.valueAndGradient(alphas, means, icf, alphasBar, meansBar, icfBar);
        requireNumber(gradient.getAsDouble());
        double[] x = flat(alphas, means, icf);
        requireSame(generated, x, flat(alphasBar, meansBar, icfBar));
        new Costs(
                        "mixture of " + components + " in " + dimension + " dimensions, " + POINTS + " points",
                        () -> GaussianMixture.adbench(alphas, means, icf, points, 1, 0),
                        generated,
                        x)
                .print(List.of(gradient));
    }

    private static void regression() {
        Random random = new Random(5);
        double[][] images = new double[IMAGES][PIXELS];
        for (double[] image : images) {
            Arrays.setAll(image, p -> random.nextInt(17) / 16.0);
        }
        int[] digits = random.ints(IMAGES, 0, CLASSES).toArray();
        double[][] weights = normal(random, CLASSES, PIXELS);
        double[] offsets = normal(random, CLASSES);
        TwiceDifferentiableFunction generated =
                RecognitionDerivatives.regression(CLASSES, PIXELS, CLASSES, images, digits, PENALTY);
        double[] x = flat(new double[0], weights, new double[][] {offsets});
        HandWritten byHand = new HandWritten(flat(new double[0], images, new double[0][]), digits, PIXELS, 0, CLASSES);
        double[] gradient = new double[x.length];
        requireNumber(byHand.regression(x, PENALTY, gradient));
        requireSame(generated, x, gradient);
        new Costs(
                        "softmax regression, " + IMAGES + " images",
                        () -> Recognition.regression(weights, offsets, images, digits, PENALTY),
                        generated,
                        x)
                .print(List.of(() -> byHand.regression(x, PENALTY, gradient)));
    }

    private static void rosenbrock() {
        double[] x = normal(new Random(9), VALLEYS);
        new Costs(
                        "Rosenbrock's function of " + VALLEYS + " variables",
                        () -> PlainJava.rosenbrock(x),
                        PlainJavaDerivatives.rosenbrock(VALLEYS),
                        x)
                .print(List.of());
    }

    private static void bundle() {
        Scene scene = Scene.dubrovnik();
        TwiceDifferentiableFunction generated = ReprojectionDerivatives.halfSquares(
                scene.cameras().length,
                scene.cameras()[0].length,
                scene.points().length,
                scene.points()[0].length,
                scene.seenBy(),
                scene.shown(),
                scene.observed());
        new Costs(
                        "bundle adjustment, " + scene.observed().length + " observations",
                        () -> Reprojection.halfSquares(
                                scene.cameras(), scene.points(), scene.seenBy(), scene.shown(), scene.observed()),
                        generated,
                        scene.unknowns())
                .print(List.of());
    }

    private static double[] normal(Random random, int length) {
        double[] row = new double[length];
        Arrays.setAll(row, i -> random.nextGaussian());
        return row;
    }

    private static double[][] normal(Random random, int rows, int length) {
        double[][] matrix = new double[rows][];
        Arrays.setAll(matrix, i -> normal(random, length));
        return matrix;
    }

    private static double[] flat(double[] head, double[][] first, double[][] second) {
        return Arrays.stream(new double[][][] {{head}, first, second})
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static void requireNumber(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalStateException("the value by hand is NaN, expected a number");
        }
    }

    /** Some thousand roundings apart. */
    private static void requireSame(TwiceDifferentiableFunction generated, double[] x, double[] byHand) {
        double[] gradient = new double[x.length];
        generated.valueAndGradient(x, gradient);
        double largest = Arrays.stream(byHand).map(Math::abs).max().orElse(0);
        for (int i = 0; i < gradient.length; i++) {
            if (!(Math.abs(gradient[i] - byHand[i]) <= 1e-11 * largest)) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT, "entry %d is %s by the generated class, %s by hand", i, gradient[i], byHand[i]));
            }
        }
    }
}
