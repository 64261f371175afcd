package org.cotangent.examples.downhill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.first.Rosenbrock;
import org.cotangent.examples.pictures.ChartPicture;
import org.cotangent.examples.pictures.Fonts;
import org.cotangent.optim.run.Result;

/**
 * Which way downhill? Steepest descent, L-BFGS and Newton-CG on Rosenbrock's valley (1960): a table of what
 * they cost, a map with their paths, and how fast the gradient vanishes.
 */
public final class Downhill {

    /** Set by the build, so that pictures land in the same folder wherever Maven is called from. */
    private static final String FOLDER_PROPERTY = "cotangent.pictures";

    private final PrintStream out;
    private final Path folder;

    Downhill(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /**
     * Prints the table and writes two pictures.
     *
     * @throws IOException if a picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        // Pictures are written to files; without this, some systems look for a screen.
        System.setProperty("java.awt.headless", "true");
        new Downhill(System.out, Path.of(System.getProperty(FOLDER_PROPERTY, "target/pictures"))).run();
    }

    void run() throws IOException {
        TwiceDifferentiableFunction f = Rosenbrock.function();
        List<Descent> descents = descents(f);
        out.printf(
                Locale.ROOT,
                "f = 100 (y - x^2)^2 + (1 - x)^2 from (-1.2, 1) until the gradient norm is at most %.0e%n",
                Method.TOLERANCE);
        out.println();
        out.printf(
                "%-18s %10s %11s %16s %22s%n",
                "method", "iterations", "evaluations", "Hessian products", "final gradient norm");
        descents.forEach(this::row);
        out.println();
        explain();
        if (!Fonts.available()) {
            out.println(Fonts.MISSING);
            return;
        }
        Maps maps = new Maps(f, descents);
        draw(ChartPicture.beside("downhill", maps.whole(), maps.closeUp()));
        draw(ChartPicture.below("downhill-gradient", Slopes.chart(descents)));
    }

    static List<Descent> descents(TwiceDifferentiableFunction f) {
        return Arrays.stream(Method.values())
                .map(method -> Descent.of(method, f))
                .toList();
    }

    private void row(Descent descent) {
        Result result = descent.result();
        out.printf(
                Locale.ROOT,
                "%-18s %,10d %,11d %,16d %22.1e%n",
                descent.method().title(),
                result.iterations(),
                result.evaluations(),
                result.counts().products(),
                result.gradientNorm());
    }

    private void explain() {
        out.printf(Locale.ROOT, """
            Steepest descent goes at right angles to the lines of equal height, in a narrow valley towards the
            opposite wall and hardly along the floor, so it zigzags from wall to wall, by steps that have to be
            short because at the minimum the walls curve %,.0f times as strongly as the floor.
            Curvature tells how soon the slope changes in every direction, and so how far a step should go in
            each, short across the valley and long along it: Newton-CG computes it by products with the
            Hessian, L-BFGS infers it from how the gradient changed over its last steps.

            """, Rosenbrock.condition(1, 1));
    }

    private void draw(ChartPicture picture) throws IOException {
        for (Path file : picture.write(folder)) {
            out.println("Picture: " + file.toAbsolutePath().normalize());
        }
    }
}
