package org.cotangent.examples.certification;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A set of problems as a table, a line for each method; and, where asked for, what became of each problem. */
@SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
final class Tables {

    private static final double TEN = 10;

    private Tables() {}

    static String of(ProblemSet set, List<Entry> entries) {
        StringBuilder text = new StringBuilder(title(set));
        for (Family family : Family.values()) {
            text.append('\n').append(header(set, family));
            entries.stream().filter(entry -> entry.family() == family).forEach(entry -> text.append(row(set, entry)));
        }
        return text.append(notes()).toString();
    }

    private static String title(ProblemSet set) {
        return switch (set) {
            case MGH -> """
                    The 39 problems of Moré, Garbow and Hillstrom from their standard starts. Solved: six digits of
                    a known minimum of the sum of squares, or 1e-8 where that is below 0.01.
                    """;
            case NIST -> """
                    The 27 nonlinear regressions of NIST from both starts. Solved: eight certified digits of every
                    parameter. Methods that do not know residuals minimize half of their sum of squares.
                    """;
        };
    }

    private static String header(ProblemSet set, Family family) {
        String judged = set == ProblemSet.NIST ? format("%8s %8s", "digits", "10+") + " " : "";
        return format(
                "%-34s %6s %7s %7s %s%11s %10s %9s %8s%n",
                family.title(),
                "solved",
                "claimed",
                "missed",
                judged,
                "evaluations",
                family == Family.FITS ? "Jacobians" : "gradients",
                "products",
                "Hessians");
    }

    private static String row(ProblemSet set, Entry entry) {
        boolean known = entry.claimsAreKnown();
        String claimed =
                known ? String.valueOf(entry.count(score -> score.claimed().orElse(false))) : "?";
        String missed = known ? String.valueOf(entry.count(Score::missed)) : "?";
        String judged = set == ProblemSet.NIST
                ? format("%8.1f %8d", entry.fewestDigits(), entry.count(score -> score.digits() >= TEN)) + " "
                : "";
        Cost cost = entry.cost();
        return format(
                "%-34s %6d %7s %7s %s%,11d %,10d %,9d %,8d%n",
                (entry.ours() ? "" : "  ") + entry.title(),
                entry.count(Score::solved),
                claimed,
                missed,
                judged,
                cost.evaluations(),
                cost.slopes(),
                cost.products(),
                cost.hessians());
    }

    private static String notes() {
        return """

                Missed: claimed, but not solved; another stationary point, or fewer digits than asked for.
                Indented: other libraries, measured elsewhere on the same formulas; ?: not recorded.
                Evaluations: calls that visit a point; of fits, of the residuals. Products: of the Hessian, or of a
                weighted sum of those of the residuals, with a vector.
                """;
    }

    /** A line for each problem that one of our methods did not solve, or solved without a claim. */
    static String details(List<Entry> entries) {
        return entries.stream()
                .filter(Entry::ours)
                .flatMap(entry -> entry.scores().stream()
                        .filter(score -> !score.solved() || score.solvedQuietly())
                        .map(score -> note(entry, score)))
                .collect(Collectors.joining());
    }

    private static String note(Entry entry, Score score) {
        String what = score.solved() ? "not claimed" : score.missed() ? "missed" : "not solved";
        String digits = Double.isNaN(score.digits()) ? "" : format(", %.1f digits", score.digits());
        return format("%s, %s, %s%s: %s%n", entry.title(), score.name(), what, digits, score.message());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
