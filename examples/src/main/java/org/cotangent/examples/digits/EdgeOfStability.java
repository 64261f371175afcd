package org.cotangent.examples.digits;

import java.awt.Color;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.pictures.Axis;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.examples.pictures.Picture;
import org.cotangent.examples.pictures.Plot;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.curvature.Lanczos;
import org.cotangent.optim.curvature.Sharpness;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseLayer;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.SquaredError;
import org.cotangent.optim.run.Result;

/**
 * Where gradient descent with a fixed step η takes a network (Cohen, Kaur, Li, Kolter, Talwalkar 2021, Gradient descent
 * on neural networks typically occurs at the edge of stability): the largest eigenvalue of the Hessian rises until it
 * is 2/η, above which steps along its eigenvector would grow, and stays there while the loss goes on falling.
 */
public final class EdgeOfStability {

    static final List<Double> STEPS = List.of(0.1, 0.2, 0.4);

    private static final int IMAGES = 100;
    private static final int DIGITS = 10;
    private static final int UNITS = 32;
    private static final int ITERATIONS = 3000;
    private static final int EVERY = 25;

    /** The largest eigenvalue is far from the others: 16 products tell four digits. */
    private static final Lanczos FEW = Lanczos.standard().withProducts(16);

    private static final int WIDTH = 620;
    private static final int HEIGHT = 420;
    private static final List<Color> COLORS = List.of(ChartStyle.BLUE, ChartStyle.VERMILION, ChartStyle.GREEN);

    private final PrintStream out;

    EdgeOfStability(PrintStream out) {
        this.out = out;
    }

    /** How sharp the loss was along a run. */
    record Course(double step, Result result, List<Sharpness.Reading> readings) {

        double limit() {
            return 2 / step;
        }

        double[] iterations() {
            return readings.stream().mapToDouble(Sharpness.Reading::iteration).toArray();
        }

        double[] sharpness() {
            return readings.stream()
                    .mapToDouble(reading -> reading.largest().value())
                    .toArray();
        }

        /** The median over the last quarter of the run. */
        double settled() {
            double[] last = sharpness();
            double[] quarter = Arrays.copyOfRange(last, last.length * 3 / 4, last.length);
            Arrays.sort(quarter);
            return quarter[quarter.length / 2];
        }
    }

    /**
     * Prints where the sharpness settles, and draws its course.
     *
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new EdgeOfStability(System.out).run(Gallery.standard());
    }

    void run(Gallery gallery) throws IOException {
        List<Course> courses = STEPS.stream().map(EdgeOfStability::course).toList();
        out.println("step      2 / step    sharpness at first   settled      loss");
        for (Course course : courses) {
            out.printf(
                    Locale.ROOT,
                    "%-8s %9.1f %21.2f %9.2f %9.4f%n",
                    course.step(),
                    course.limit(),
                    course.sharpness()[0],
                    course.settled(),
                    course.result().value());
        }
        if (gallery.isOpen()) {
            gallery.show(picture(courses));
        }
    }

    static Course course(double step) {
        DigitImages known = DigitImages.all().first(IMAGES);
        double[][] targets = new double[IMAGES][DIGITS];
        for (int i = 0; i < IMAGES; i++) {
            targets[i][known.digits()[i]] = 1;
        }
        DenseNetwork network =
                new DenseNetwork(known.pixels(), new int[] {UNITS}, Activation.TANH, new SquaredError(targets));
        TwiceDifferentiableFunction loss = FiniteSums.mean(network, Summation.sequential());
        Sharpness sharpness = Sharpness.every(EVERY, loss).withLanczos(FEW);
        Result result = Minimizers.gradientDescent(step)
                .maxIterations(ITERATIONS)
                .observer(sharpness)
                .minimize(loss, start(network));
        return new Course(step, result, sharpness.readings());
    }

    /** Weights so small that the loss is flat at first; offsets 0. */
    private static double[] start(DenseNetwork network) {
        SplittableRandom random = new SplittableRandom(1);
        double[] start = new double[network.dimension()];
        for (DenseLayer layer : network.layers()) {
            double size = 0.5 / Math.sqrt(layer.inputs());
            for (int k = layer.from(); k < layer.offsets(); k++) {
                start[k] = random.nextDouble(-size, size);
            }
        }
        return start;
    }

    private static Picture picture(List<Course> courses) {
        Plot plot = new Plot(
                "Gradient descent goes to the edge of stability",
                Axis.linear("steps", 0, 1.02 * ITERATIONS, 500),
                Axis.linear("largest eigenvalue of the Hessian", 0, 30, 5),
                Plot.Legend.MIDDLE_RIGHT);
        for (int i = 0; i < courses.size(); i++) {
            Course course = courses.get(i);
            double[] ends = {0, 1.02 * ITERATIONS};
            double[] limits = {course.limit(), course.limit()};
            String name = String.format(Locale.ROOT, "step %s, 2 / step = %.0f", course.step(), course.limit());
            plot.line(name, course.iterations(), course.sharpness(), COLORS.get(i), ChartStyle.stroke(1.6f), false);
            plot.line("", ends, limits, COLORS.get(i), ChartStyle.stroke(1.2f, 5, 4), false);
        }
        return Plot.grid("edge-of-stability", 1, WIDTH, HEIGHT, List.of(plot));
    }
}
