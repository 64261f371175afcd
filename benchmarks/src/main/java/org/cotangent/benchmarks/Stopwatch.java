package org.cotangent.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Times several pieces of code in turn, round after round, so that what disturbs the machine
 * disturbs all of them. Counts the processor time of this thread, which other processes prolong
 * less than the time on the wall.
 */
final class Stopwatch {

    private static final int ROUNDS = 31;
    private static final int WARM_UP_ROUNDS = 8;
    private static final double BATCH_NANOSECONDS = 2e7;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private record Candidate(String name, DoubleSupplier code, double[] times) {}

    /** Nanoseconds per call. */
    record Time(String name, double median, double least, double[] rounds) {

        /** The median ratio to another time of the same round, which what disturbs both leaves alone. */
        double ratioTo(Time other) {
            double[] ratios = new double[ROUNDS];
            Arrays.setAll(ratios, round -> rounds[round] / other.rounds()[round]);
            Arrays.sort(ratios);
            return ratios[ROUNDS / 2];
        }
    }

    private final List<Candidate> candidates = new ArrayList<>();
    private double sink;

    Stopwatch add(String name, DoubleSupplier code) {
        candidates.add(new Candidate(name, code, new double[ROUNDS]));
        return this;
    }

    List<Time> run() {
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (Candidate candidate : candidates) {
                double time = batch(candidate.code());
                if (round >= 0) {
                    candidate.times()[round] = time;
                }
            }
        }
        if (Double.isNaN(sink)) {
            System.out.println("a value was NaN");
        }
        return candidates.stream().map(Stopwatch::summary).toList();
    }

    private double batch(DoubleSupplier code) {
        long start = THREAD.getCurrentThreadCpuTime();
        long end = start;
        int calls = 0;
        for (int more = 1; end - start < BATCH_NANOSECONDS; more *= 2) {
            for (int i = 0; i < more; i++) {
                sink += code.getAsDouble();
            }
            calls += more;
            end = THREAD.getCurrentThreadCpuTime();
        }
        return (double) (end - start) / calls;
    }

    private static Time summary(Candidate candidate) {
        double[] sorted = candidate.times().clone();
        Arrays.sort(sorted);
        return new Time(candidate.name(), sorted[ROUNDS / 2], sorted[0], candidate.times());
    }
}
