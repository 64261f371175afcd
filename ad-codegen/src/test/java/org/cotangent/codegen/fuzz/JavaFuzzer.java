package org.cotangent.codegen.fuzz;

import java.util.List;

/**
 * Long runs from the command line: first seed, number of programs, number of threads. Prints
 * progress, failures with their seed and the smallest source that shows them, and at the end how
 * often each construct occurred; the exit code is 1 if anything failed.
 */
public final class JavaFuzzer {

    private static final long PROGRESS_MILLIS = 30_000;

    private JavaFuzzer() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 3) {
            System.err.println("arguments: first seed, number of programs, number of threads");
            System.exit(2);
        }
        Campaign campaign = Campaign.of(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]), 1);
        long start = System.nanoTime();
        List<Thread> threads = campaign.start(Integer.parseInt(arguments[2]));
        int reported = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            long deadline = System.currentTimeMillis() + PROGRESS_MILLIS;
            for (Thread thread : threads) {
                thread.join(Math.max(1, deadline - System.currentTimeMillis()));
            }
            List<String> reports = campaign.tally().reports();
            reports.subList(reported, reports.size()).forEach(System.out::println);
            reported = reports.size();
            double seconds = (System.nanoTime() - start) * 1e-9;
            System.out.printf(
                    "%.0f s, %.1f programs/s: %s%n",
                    seconds,
                    campaign.tally().programs() / seconds,
                    campaign.tally().line());
        }
        System.out.println(campaign.tally().constructTable());
        System.exit(campaign.tally().failed() == 0 ? 0 : 1);
    }
}
