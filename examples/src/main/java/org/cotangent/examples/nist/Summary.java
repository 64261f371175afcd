package org.cotangent.examples.nist;

import static org.cotangent.examples.nist.Text.line;

import java.util.List;
import java.util.stream.Collectors;

/** All fits as a table, with the digits of the worst parameter and the worst deviation of each. */
final class Summary {

    /** What a fit should reach in every parameter. */
    static final double GOOD = 9;

    private static final String GROUP = "    %11s %10s %10s %5s";

    private Summary() {}

    /** @param fits for each data set its fits from the two starts */
    static String of(List<List<Fit>> fits) {
        List<Fit> all = fits.stream().flatMap(List::stream).toList();
        return header() + fits.stream().map(Summary::row).collect(Collectors.joining()) + notes(all);
    }

    private static String header() {
        String group = Text.format(GROUP, "evaluations", "parameters", "deviations", "RSS");
        return line("%23s%-39s    %s", "", "from start 1, correct digits of", "from start 2, correct digits of")
                + line("%-9s %4s %4s%s%s", "data set", "obs.", "par.", group, group);
    }

    private static String row(List<Fit> fits) {
        Dataset data = fits.get(0).data();
        String name = data.name() + (fits.get(0).residualsAreRounding() ? "*" : "");
        String cells = fits.stream().map(Summary::cells).collect(Collectors.joining());
        return line("%-9s %4d %4d%s", name, data.observationCount(), data.parameterCount(), cells);
    }

    private static String cells(Fit fit) {
        return Text.format(
                GROUP,
                fit.result().result().evaluations(),
                Text.format("%.1f", fit.parameterDigits()),
                Text.format("%.1f", fit.deviationDigits()),
                Text.format("%.1f", fit.sumOfSquaresDigits()));
    }

    private static String notes(List<Fit> all) {
        List<Fit> good =
                all.stream().filter(fit -> fit.parameterDigits() >= GOOD).toList();
        String others = all.stream()
                .filter(fit -> !good.contains(fit))
                .map(fit -> line(
                        "Fewer: %s from start %d. %s",
                        fit.data().name(), fit.start(), fit.result().message()))
                .collect(Collectors.joining());
        return "\n"
                + line(
                        "%d of %d fits have at least %.0f correct digits in every parameter.",
                        good.size(), all.size(), GOOD)
                + others
                + """
                Digits: -log10 of the relative error, at most the 11 that are certified; the worst parameter counts.
                RSS: the sum of the squared residuals.
                * The residuals are smaller than the rounding of the data; only the parameters can be judged.
                """;
    }
}
