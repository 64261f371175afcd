package org.cotangent.ad.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a {@link DerivativeCheck} found; its text is meant to be read. Immutable. */
public final class CheckReport {

    private final String title;
    private final int points;
    private final double resolution;
    private final List<TestResult> tests;
    private final List<Remainder> remainders;
    private final Optional<String> hint;

    CheckReport(
            String title,
            int points,
            double resolution,
            List<TestResult> tests,
            List<Remainder> remainders,
            Optional<String> hint) {
        this.title = title;
        this.points = points;
        this.resolution = resolution;
        this.tests = List.copyOf(tests);
        this.remainders = List.copyOf(remainders);
        this.hint = hint;
    }

    /**
     * WRONG if anything is wrong at any point; RIGHT if every derivative was confirmed at one point at
     * least; otherwise UNDECIDABLE.
     */
    public Verdict verdict() {
        if (anyTest(Verdict.WRONG)) {
            return Verdict.WRONG;
        }
        return anyTest(Verdict.UNDECIDABLE) ? Verdict.UNDECIDABLE : Verdict.RIGHT;
    }

    private boolean anyTest(Verdict verdict) {
        return tests.stream().anyMatch(test -> test.verdict() == verdict);
    }

    /** The single tests. */
    public List<TestResult> tests() {
        return tests;
    }

    /** How fast Taylor's remainders fall, the slowest of all points. */
    public List<Remainder> remainders() {
        return remainders;
    }

    /**
     * The derivative with the largest relative error: among those that decide the verdict if it is not
     * RIGHT, otherwise among all.
     */
    public Finding worst() {
        Comparator<Finding> byError = Comparator.comparingDouble(Finding::relativeError);
        return tests.stream()
                .filter(test -> test.verdict() == verdict())
                .flatMap(test ->
                        verdict() == Verdict.UNDECIDABLE ? test.undecidedOnes().stream() : test.worst().stream())
                // The first of equals: later tests follow from earlier ones.
                .reduce((a, b) -> byError.compare(b, a) > 0 ? b : a)
                .orElseThrow();
    }

    /** The worst relative error on the customary scale. */
    public Agreement agreement() {
        return worst().agreement();
    }

    /** What to look at, deduced from what the wrong derivatives have in common; empty if none is. */
    public Optional<String> hint() {
        return hint;
    }

    /**
     * Requires the verdict RIGHT.
     *
     * @return this
     * @throws CheckFailure an {@link AssertionError} with this report as message, otherwise
     */
    public CheckReport orThrow() {
        if (verdict() != Verdict.RIGHT) {
            throw new CheckFailure(this);
        }
        return this;
    }

    /**
     * Requires that nothing is wrong, be it right or undecidable: for functions with kinks or noise.
     *
     * @return this
     * @throws CheckFailure an {@link AssertionError} with this report as message, if the verdict is
     *     WRONG
     */
    public CheckReport orThrowIfWrong() {
        if (verdict() == Verdict.WRONG) {
            throw new CheckFailure(this);
        }
        return this;
    }

    /** The report as text of several lines. */
    @Override
    public String toString() {
        return new ReportText(this, title, points, resolution).text();
    }
}
