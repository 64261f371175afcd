package org.cotangent.examples.certification;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.examples.pictures.Picture;
import org.cotangent.examples.pictures.Plot;

/**
 * Runs every method on every problem of both sets and prints tables of what was solved, what was claimed and what it
 * cost, beside other libraries; draws performance profiles. Takes about a minute.
 */
public final class Certify {

    private static final String DETAILS = "details";

    /** Pixels. */
    private static final int PLOT_WIDTH = 430;

    private static final int PLOT_HEIGHT = 370;

    /** As many as can be told apart. */
    private static final List<String> FITS = List.of(
            "LM, first derivatives only", "dogleg", "SciPy lm", "Ceres LM (QR)", "Hipparchus LM", "DDogleg dogleg");

    private static final List<String> GRADIENTS = List.of(
            "BFGS", "L-BFGS", "conjugate gradients", "SciPy BFGS", "SciPy L-BFGS-B", "SciPy CG", "NLopt L-BFGS");

    private static final List<String> CURVATURE = List.of(
            "Newton-CG",
            "trust region, GLTR",
            "trust region, exact",
            "SciPy Newton-CG",
            "SciPy trust-krylov",
            "SciPy trust-exact");

    private static final List<String> KINDS = List.of(
            "Levenberg-Marquardt",
            "BFGS",
            "L-BFGS",
            "conjugate gradients",
            "trust region, GLTR",
            "trust region, exact");

    private final PrintStream out;
    private final Gallery gallery;

    Certify(PrintStream out, Gallery gallery) {
        this.out = out;
        this.gallery = gallery;
    }

    /**
     * Runs it from the command line.
     *
     * @param arguments the sets, mgh or nist, both if neither is named; details for what went wrong
     * @throws IOException if a picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean details = words.remove(DETAILS);
        try {
            List<ProblemSet> sets = words.isEmpty()
                    ? List.of(ProblemSet.values())
                    : words.stream().map(Certify::named).toList();
            new Certify(System.out, Gallery.standard()).run(sets, details);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static ProblemSet named(String name) {
        return Arrays.stream(ProblemSet.values())
                .filter(set -> set.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no set of problems is called \""
                        + name.toLowerCase(Locale.ROOT) + "\", expected mgh or nist, or the word details"));
    }

    void run(List<ProblemSet> sets, boolean details) throws IOException {
        for (ProblemSet set : sets) {
            List<Entry> entries = Peers.beside(ours(set), set);
            out.println(Tables.of(set, entries));
            if (details) {
                out.println(Tables.details(entries));
            }
            if (set == ProblemSet.MGH && gallery.isOpen()) {
                gallery.show(profiles(entries));
            }
        }
    }

    static List<Entry> ours(ProblemSet set) {
        return Contender.all().stream()
                .map(contender -> new Entry(contender.family(), contender.title(), true, set.scores(contender)))
                .toList();
    }

    private static Picture profiles(List<Entry> entries) {
        return Plot.grid(
                "profiles",
                2,
                PLOT_WIDTH,
                PLOT_HEIGHT,
                List.of(
                        profile(entries, "Residuals: evaluations", FITS),
                        profile(entries, "Gradients: evaluations", GRADIENTS),
                        profile(entries, "Second derivatives: evaluations + products", CURVATURE),
                        profile(entries, "One method of each kind", KINDS)));
    }

    private static Plot profile(List<Entry> entries, String title, List<String> shown) {
        return new Profile(shown.stream()
                        .flatMap(name ->
                                entries.stream().filter(entry -> entry.title().equals(name)))
                        .toList())
                .plot(title);
    }
}
