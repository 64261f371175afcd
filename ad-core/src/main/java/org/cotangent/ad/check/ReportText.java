package org.cotangent.ad.check;

import java.util.Locale;

/** Writes a report for somebody who knows calculus, not this library. */
@SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
final class ReportText {

    private final CheckReport report;
    private final String title;
    private final int points;
    private final double resolution;
    private final StringBuilder out = new StringBuilder();

    ReportText(CheckReport report, String title, int points, double resolution) {
        this.report = report;
        this.title = title;
        this.points = points;
        this.resolution = resolution;
    }

    String text() {
        line("%s: derivatives of a %s, checked at %s", report.verdict(), title, Text.count(points, "point"));
        line("%s", meaning());
        worst(report.worst());
        report.hint().ifPresent(hint -> line("  look at     %s", hint));
        report.tests().forEach(this::undecided);
        line("");
        tests();
        report.remainders().forEach(this::remainder);
        return out.toString().stripTrailing();
    }

    private String meaning() {
        return switch (report.verdict()) {
            case RIGHT -> "Every derivative agrees; an error of " + Text.few(resolution) + " would have been seen.";
            case WRONG ->
                "At least one derivative differs from the slope of the function by more than can be explained by"
                        + " rounding.";
            case UNDECIDABLE -> "Nothing is proved wrong, but some derivatives could not be confirmed at any point.";
        };
    }

    private void worst(Finding worst) {
        line("");
        line("%s: %s, %s", heading(), worst.test(), worst.entry());
        line("  at          %s", Text.point(worst.point()));
        line("  claimed     %s", Text.of(worst.claimed()));
        line("  measured    %s", Text.of(worst.measured()));
        line(
                "  difference  %s, relative %s (%s)",
                Text.few(worst.error()),
                Text.few(worst.relativeError()),
                worst.agreement().text());
        line("  explained   differences up to %s%s", Text.few(worst.bound()), by(worst));
        line("  how         %s", worst.explanation());
    }

    private String heading() {
        return switch (report.verdict()) {
            case RIGHT -> "Largest difference";
            case WRONG -> "Worst";
            case UNDECIDABLE -> "Undecided";
        };
    }

    private static String by(Finding worst) {
        double factor = worst.error() / worst.bound();
        return factor > 1 && worst.bound() > 0 ? "; this one is " + Text.few(factor) + " times that" : "";
    }

    /** What the verdict does not rest on, but somebody should know. */
    private void undecided(TestResult test) {
        if (test.undecidable() > 0 && report.verdict() != Verdict.UNDECIDABLE) {
            Finding first = test.undecidedOnes().get(0);
            line("");
            line(
                    "Undecided: %s of %s, first %s",
                    Text.count(test.undecidable(), "comparison"), test.name(), first.entry());
            line("  at          %s", Text.point(first.point()));
            line("  because     %s", first.explanation());
        }
    }

    private void tests() {
        int width = report.tests().stream()
                .mapToInt(test -> test.name().length())
                .max()
                .orElse(0);
        line("%-" + width + "s  %8s %8s %12s   %s", "test", "right", "wrong", "undecidable", "worst relative error");
        for (TestResult test : report.tests()) {
            line(
                    "%-" + width + "s  %8d %8d %12d   %s",
                    test.name(),
                    test.right(),
                    test.wrong(),
                    test.undecidable(),
                    test.worst().map(f -> Text.few(f.relativeError())).orElse(""));
        }
    }

    private void remainder(Remainder remainder) {
        line(
                "Taylor's remainder after the %s derivative falls like %s (h^%d if it is right)",
                remainder.expected() == 2 ? "first" : "second",
                remainder.power().isPresent()
                        ? "h^"
                                + String.format(
                                        Locale.ROOT, "%.2f", remainder.power().getAsDouble())
                        : "rounding, too small to tell",
                remainder.expected());
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
