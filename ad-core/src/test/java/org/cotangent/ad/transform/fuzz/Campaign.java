package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Compares the samples of a range of seeds on several threads. */
final class Campaign {

    /** Every so many samples all checks are made; the others up to second order. */
    private static final int ALL_EVERY = 8;

    private final long end;
    private final AtomicLong next;
    private final Tally tally = new Tally();

    private Campaign(long first, long count) {
        this.next = new AtomicLong(first);
        this.end = first + count;
    }

    static Campaign of(long first, long count) {
        return new Campaign(first, count);
    }

    Tally tally() {
        return tally;
    }

    /** Starts the threads; join them to wait for the end. */
    List<Thread> start(int threads) {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::work, "campaign " + i);
            thread.start();
            started.add(thread);
        }
        return started;
    }

    /** Compares all samples. */
    Tally run(int threads) throws InterruptedException {
        for (Thread thread : start(threads)) {
            thread.join();
        }
        return tally;
    }

    private void work() {
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            Sample sample = SampleGenerator.of(seed);
            Verdict verdict = Comparison.of(sample, extent(seed));
            tally.add(sample, verdict);
            if (verdict.failed() && tally.wantsFailure()) {
                // Shrinking takes minutes; who watches a long run need not wait for it.
                tally.report("seed " + seed + "L fails: " + verdict.check() + ", " + verdict.detail());
                tally.report(explain(sample, verdict));
            }
        }
    }

    static Comparison.Extent extent(long seed) {
        return Math.floorMod(seed, ALL_EVERY) == 0 ? Comparison.Extent.ALL : Comparison.Extent.USUAL;
    }

    /** A failure, shown on the smallest program that fails in the same check. */
    static String explain(Sample sample, Verdict verdict) {
        Comparison.Extent extent = extent(sample.seed());
        Sample small = Shrinker.shrink(sample, candidate -> {
            Verdict again = Comparison.of(candidate, extent);
            return again.failed() && again.check().equals(verdict.check());
        });
        Verdict again = Comparison.of(small, extent);
        return again.check() + ": " + again.detail() + "\n" + small;
    }
}
