package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of a run over many programs. */
final class Tally {

    private final Map<Syntax, Integer> found = new EnumMap<>(Syntax.class);
    private final Map<String, Integer> skips = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final List<String> reports = new ArrayList<>();
    private int programs;
    private int sloped;
    private int skipped;
    private int failed;
    private int components;
    private int kinks;

    /** Counts one; gives how many have failed in the same check. */
    synchronized int add(Program program, Verdict verdict) {
        programs++;
        program.found().forEach(syntax -> found.merge(syntax, 1, Integer::sum));
        sloped += verdict.sloped() ? 1 : 0;
        components += verdict.components();
        kinks += verdict.kinks();
        if (verdict.skipped()) {
            skipped++;
            skips.merge(verdict.check(), 1, Integer::sum);
        }
        if (!verdict.failed()) {
            return 0;
        }
        failed++;
        return failures.merge(verdict.check(), 1, Integer::sum);
    }

    synchronized void report(String text) {
        reports.add(text);
    }

    synchronized List<String> reports() {
        return List.copyOf(reports);
    }

    synchronized int programs() {
        return programs;
    }

    synchronized int failed() {
        return failed;
    }

    synchronized int count(Syntax syntax) {
        return found.getOrDefault(syntax, 0);
    }

    /** The share of programs with a derivative other than 0. */
    synchronized double slopedShare() {
        return sloped / (double) programs;
    }

    synchronized double skippedShare() {
        return skipped / (double) programs;
    }

    /** The share of components whose differences do not converge. */
    synchronized double kinkShare() {
        return kinks / (double) Math.max(1, components);
    }

    synchronized String line() {
        return programs + " programs, " + failed + " failed " + failures + ", " + skipped + " skipped " + skips + ", "
                + sloped + " with a derivative other than 0, " + kinks + " of " + components
                + " components without differences";
    }

    /** In how many of a hundred programs each construct occurs, the rarest first. */
    synchronized String constructTable() {
        StringBuilder table = new StringBuilder();
        Arrays.stream(Syntax.values())
                .sorted(Comparator.comparingInt(this::count))
                .forEach(s -> table.append(String.format("%6.1f %% %s%n", 100.0 * count(s) / programs, s)));
        return table.toString();
    }
}
