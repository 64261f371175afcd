package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The results of one test at all points, the remarkable ones in full. */
final class Tally {

    /** More would not be read. */
    private static final int KEPT = 1000;

    /** A finding, and whether others tell the same better: directions mix what variables show apart. */
    private record Result(Finding finding, boolean mixed) {}

    private static final Comparator<Result> WORSE = Comparator.comparing(Result::mixed)
            .reversed()
            .thenComparingDouble(result -> result.finding().relativeError())
            .thenComparingDouble(
                    result -> result.finding().error() / result.finding().bound());

    private final String test;
    private final long[] counts = new long[Verdict.values().length];
    private final List<Finding> wrong = new ArrayList<>();
    private final List<Finding> undecided = new ArrayList<>();
    private final BitSet confirmed = new BitSet();
    private final BitSet open = new BitSet();
    private final Map<Verdict, Result> worst = new EnumMap<>(Verdict.class);

    Tally(String test) {
        this.test = test;
    }

    /** A result that is the only one of its test at a point. */
    void add(Finding finding) {
        add(0, finding.verdict(), false, finding);
    }

    /**
     * Counts a result.
     *
     * @param index which of the derivatives of this test
     * @param mixed whether it is along a random direction
     */
    void add(int index, Verdict verdict, boolean mixed, Finding finding) {
        counts[verdict.ordinal()]++;
        worst.merge(verdict, new Result(finding, mixed), (a, b) -> WORSE.compare(b, a) > 0 ? b : a);
        switch (verdict) {
            case RIGHT -> confirmed.set(index);
            case WRONG -> keep(wrong, finding);
            case UNDECIDABLE -> {
                open.set(index);
                keep(undecided, finding);
            }
        }
    }

    private static void keep(List<Finding> list, Finding finding) {
        if (list.size() < KEPT) {
            list.add(finding);
        }
    }

    TestResult result() {
        return new TestResult(
                test,
                verdict(),
                count(Verdict.RIGHT),
                count(Verdict.WRONG),
                count(Verdict.UNDECIDABLE),
                worst(),
                wrong,
                undecided);
    }

    private Verdict verdict() {
        BitSet never = (BitSet) open.clone();
        never.andNot(confirmed);
        if (count(Verdict.WRONG) > 0) {
            return Verdict.WRONG;
        }
        return never.isEmpty() ? Verdict.RIGHT : Verdict.UNDECIDABLE;
    }

    private long count(Verdict verdict) {
        return counts[verdict.ordinal()];
    }

    private Optional<Finding> worst() {
        Verdict decisive = verdict();
        return Stream.of(decisive, Verdict.RIGHT, Verdict.UNDECIDABLE)
                .flatMap(verdict -> Stream.ofNullable(worst.get(verdict)))
                .findFirst()
                .map(Result::finding);
    }
}
