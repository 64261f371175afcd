package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of a run over many samples. */
final class Tally {

    private static final int MAX_FAILURES = 5;

    private final Map<Construct, Integer> constructs = new EnumMap<>(Construct.class);
    private final Map<String, Integer> skips = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int programs;
    private int sloped;
    private int skipped;
    private int failed;

    synchronized void add(Sample sample, Verdict verdict) {
        programs++;
        sample.constructs().forEach(c -> constructs.merge(c, 1, Integer::sum));
        sloped += verdict.sloped() ? 1 : 0;
        if (verdict.skipped()) {
            skipped++;
            skips.merge(verdict.check(), 1, Integer::sum);
        }
        failed += verdict.failed() ? 1 : 0;
    }

    synchronized void report(String failure) {
        failures.add(failure);
    }

    /** Whether a failure more is worth being shrunk. */
    synchronized boolean wantsFailure() {
        return failed <= MAX_FAILURES;
    }

    synchronized int programs() {
        return programs;
    }

    synchronized int failed() {
        return failed;
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized double share(boolean ofSkipped) {
        return (ofSkipped ? skipped : sloped) / (double) programs;
    }

    synchronized int count(Construct construct) {
        return constructs.getOrDefault(construct, 0);
    }

    synchronized String line() {
        return programs + " programs, " + failed + " failed, " + skipped + " skipped " + skips + ", " + sloped
                + " with a gradient other than 0";
    }

    /** How often each construct occurs, the rarest first. */
    synchronized String constructTable() {
        StringBuilder table = new StringBuilder();
        java.util.Arrays.stream(Construct.values())
                .sorted(java.util.Comparator.comparingInt(this::count))
                .forEach(c -> table.append(String.format("%10d %s%n", count(c), c)));
        return table.toString();
    }
}
