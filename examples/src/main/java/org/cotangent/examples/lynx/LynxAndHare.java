package org.cotangent.examples.lynx;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.leastsquares.LeastSquaresResult;

/**
 * Lotka's and Volterra's equation fitted to pelts that the Hudson's Bay Company bought from 1900 to 1920. The
 * derivatives go through an integrator that chooses its own steps, in a loop whose number of turns nobody knows.
 */
public final class LynxAndHare {

    private static final List<String> NAMES = List.of(
            "births of hares",
            "deaths of hares by a lynx",
            "deaths of lynxes",
            "births of lynxes by a hare",
            "hares in the first year",
            "lynxes in the first year");

    private static final String MISSING = """
            The file with the pelts is not part of this project; it is hudson-bay-lynx-hare.csv in the folder
            knitr/lotka-volterra of https://github.com/stan-dev/example-models. Name your copy as the argument.
            """;

    private final PrintStream out;

    LynxAndHare(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints the parameters with their uncertainty, and draws the fit.
     *
     * @param arguments the file with the pelts
     * @throws IOException if it cannot be read or the picture not written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !Files.exists(Path.of(arguments[0]))) {
            System.out.print(MISSING);
            return;
        }
        new LynxAndHare(System.out).run(Pelts.read(Path.of(arguments[0])), Gallery.standard());
    }

    void run(Pelts pelts, Gallery gallery) throws IOException {
        LeastSquaresResult fit = fit(pelts);
        double[] found = fit.point();
        double[] deviations = fit.statistics().standardDeviations();
        out.println(fit.message());
        out.printf(Locale.ROOT, "sum of squared residuals: %.12f%n%n", 2 * fit.value());
        for (int i = 0; i < NAMES.size(); i++) {
            out.printf(Locale.ROOT, "%-28s %9.5f ± %.5f%n", NAMES.get(i), found[i], deviations[i]);
        }
        if (gallery.isOpen()) {
            gallery.show(PeltChart.picture(pelts, found));
        }
    }

    static TwiceDifferentiableVectorFunction residuals(Pelts pelts) {
        return PredatorPreyDerivatives.residuals(NAMES.size(), pelts.hares(), pelts.lynxes(), 2 * pelts.years().length);
    }

    static LeastSquaresResult fit(Pelts pelts) {
        return Minimizers.levenbergMarquardt().minimize(residuals(pelts), 0.55, 0.028, 0.84, 0.026, 34, 6);
    }
}
