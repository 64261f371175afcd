package org.cotangent.examples.nist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotangent.examples.pictures.Fonts;

/**
 * The main example: fits NIST's reference data from both starting points with derivatives generated
 * during the build, and prints and draws the results beside the certified values.
 */
public final class NistFits {

    /** Set by the build, so that pictures land in the same folder wherever Maven is called from. */
    private static final String FOLDER_PROPERTY = "cotangent.pictures";

    private static final int STARTS = 2;

    private final PrintStream out;

    NistFits(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs it from the command line.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        // Pictures are written to files; without this, some systems look for a screen.
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(System.getProperty(FOLDER_PROPERTY, "target/pictures"));
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.printf(Request.USAGE, folder);
            return;
        }
        try {
            new NistFits(System.out).run(Request.of(folder, arguments));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Fits, prints and draws.
     *
     * @throws IOException if a picture cannot be written
     */
    void run(Request request) throws IOException {
        Map<Problem, List<Fit>> fits = new LinkedHashMap<>();
        for (Problem problem : request.problems()) {
            fits.put(problem, fits(problem));
            out.println(Details.of(fits.get(problem)));
        }
        if (request.everything()) {
            out.println(Summary.of(Arrays.stream(Problem.values())
                    .map(problem -> fits.computeIfAbsent(problem, NistFits::fits))
                    .toList()));
        }
        draw(request.pictures(), request.problems().stream().map(fits::get).toList());
    }

    private static List<Fit> fits(Problem problem) {
        Dataset data = problem.dataset();
        return IntStream.rangeClosed(1, STARTS)
                .mapToObj(start -> Fit.of(problem, data, start))
                .toList();
    }

    private void draw(Path folder, List<List<Fit>> fits) throws IOException {
        if (!Fonts.available()) {
            out.println(Fonts.MISSING);
            return;
        }
        for (List<Fit> starts : fits) {
            // Both starts lead to the same point, as the report above shows.
            Fit fit = starts.get(0);
            if (!FitPicture.canShow(fit.data())) {
                out.println(fit.data().name() + " has several predictors, so there is no curve to draw.");
                continue;
            }
            for (Path file : FitPicture.of(fit).write(folder)) {
                out.println("Picture: " + file.toAbsolutePath().normalize());
            }
        }
    }
}
