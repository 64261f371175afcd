package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Checks the programs of a range of seeds on several threads, many in one compilation. */
final class Campaign {

    private static final int TOGETHER = 100;

    /** Failures of one check that are shown, and that are made smaller. */
    private static final int SHOWN = 5;

    private final long end;
    private final AtomicLong next;
    private final int shrunk;
    private final Tally tally = new Tally();

    private Campaign(long first, long count, int shrunk) {
        this.next = new AtomicLong(first);
        this.end = first + count;
        this.shrunk = shrunk;
    }

    /**
     * A campaign.
     *
     * @param first seed, not negative
     * @param shrunk how many failures of one check are made smaller
     */
    static Campaign of(long first, long count, int shrunk) {
        return new Campaign(first, count, shrunk);
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

    /** Checks all programs. */
    Tally run(int threads) throws InterruptedException {
        for (Thread thread : start(threads)) {
            thread.join();
        }
        return tally;
    }

    private void work() {
        for (long from = next.getAndAdd(TOGETHER); from < end; from = next.getAndAdd(TOGETHER)) {
            List<Program> programs = new ArrayList<>();
            for (long seed = from; seed < Math.min(end, from + TOGETHER); seed++) {
                programs.add(ProgramGenerator.of(seed));
            }
            List<Verdict> verdicts = Batch.verdicts(programs);
            for (int i = 0; i < programs.size(); i++) {
                add(programs.get(i), verdicts.get(i));
            }
        }
    }

    private void add(Program program, Verdict verdict) {
        int alike = tally.add(program, verdict);
        if (!verdict.failed() || alike > SHOWN) {
            return;
        }
        tally.report("seed " + program.seed() + "L fails: " + verdict.check() + "\n" + verdict.detail());
        if (alike <= shrunk) {
            Program small = SourceShrinker.shrink(program, verdict.check());
            Verdict again = Batch.verdicts(List.of(small)).get(0);
            tally.report(again.check() + ": " + again.detail() + "\n" + small);
        }
    }
}
