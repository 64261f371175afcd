package org.cotangent.examples.learning;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.model.ModelSum;
import org.cotangent.optim.observe.Recording;
import org.cotangent.optim.stochastic.DenseNaturalGradient;
import org.cotangent.optim.stochastic.FullGradient;
import org.cotangent.optim.stochastic.Schedule;
import org.cotangent.optim.stochastic.Trainer;

/**
 * What a natural gradient is good for: a normal distribution fitted to numbers by small steps, its deviation
 * written in three ways. The plain gradient takes three paths; the natural one takes the same, as it measures a step
 * by how much the distribution changes and not by how much the numbers do that stand for it.
 */
public final class FitNormal {

    private static final double[] SAMPLE = {-1.4, -0.6, -0.1, 0.2, 0.5, 0.9, 1.2, 1.7, 2.3, 3.3};

    /** Where all paths begin: mean and deviation. */
    private static final double MEAN = -3;

    private static final double DEVIATION = 2.2;

    /** Rate times steps, for the table. */
    private static final double DURATION = 4;

    /** The same for the picture of the plain gradient, which takes so long to arrive. */
    private static final double LONG = 60;

    /** So small that it changes no digit that is printed, positive as it must be. */
    private static final double NO_DAMPING = 1e-12;

    private final PrintStream out;

    FitNormal(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints how far the paths are apart, and draws them.
     *
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new FitNormal(System.out).run(Gallery.standard());
    }

    void run(Gallery gallery) throws IOException {
        out.println("largest distance between the paths of three parametrisations, and from the exact path");
        out.println("rate       plain gradient   natural gradient   to the exact path");
        for (double rate : new double[] {0.01, 0.001, 0.0001}) {
            List<Walk> natural = walks(true, rate, DURATION);
            out.printf(
                    Locale.ROOT,
                    "%-8s %16.5f %18.5f %19.5f%n",
                    rate,
                    Walk.apart(walks(false, rate, DURATION)),
                    Walk.apart(natural),
                    natural.stream()
                            .mapToDouble(walk -> walk.distance(exact(walk.size(), rate)))
                            .max()
                            .orElseThrow());
        }
        if (gallery.isOpen()) {
            gallery.show(WalkMaps.picture(
                    "natural-gradient", walks(false, 0.01, LONG), walks(true, 0.01, DURATION), exact(2, LONG)));
        }
    }

    static List<Walk> walks(boolean natural, double rate, double duration) {
        return Arrays.stream(Parameters.values())
                .map(parameters -> walk(parameters, natural, rate, duration))
                .toList();
    }

    private static Walk walk(Parameters parameters, boolean natural, double rate, double duration) {
        Trainer<ModelSum> method = Trainer.of(
                new FullGradient(),
                Schedule.constant(rate),
                natural ? List.of(new DenseNaturalGradient(NO_DAMPING)) : List.of());
        Recording recording = Recording.withPoints();
        method.epochs(Math.round(duration / rate))
                .tolerance(0)
                .observer(recording)
                .minimize(parameters.surprise(SAMPLE), parameters.of(MEAN, DEVIATION));
        return new Walk(
                parameters.title(),
                recording.rows().stream()
                        .map(Recording.Row::point)
                        .map(p -> new Walk.Stop(p.get(0), parameters.deviation(p.get(1))))
                        .toList());
    }

    /**
     * The path in the limit of small steps: along the natural gradient, the means of y and y² that the model
     * predicts go straight to those of the sample, exponentially in time.
     */
    static Walk exact(int size, double rate) {
        double mean = Arrays.stream(SAMPLE).average().orElseThrow();
        double square = Arrays.stream(SAMPLE).map(y -> y * y).average().orElseThrow();
        Walk.Stop[] stops = new Walk.Stop[size];
        Arrays.setAll(stops, k -> {
            double rest = Math.exp(-k * rate);
            double m = mean + rest * (MEAN - mean);
            double s = square + rest * (MEAN * MEAN + DEVIATION * DEVIATION - square);
            return new Walk.Stop(m, Math.sqrt(s - m * m));
        });
        return new Walk("exact", List.of(stops));
    }
}
