package org.cotangent.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** How many bytes code allocates in the calling thread. */
final class Allocation {

    private static final int CALLS = 100;

    private static final com.sun.management.ThreadMXBean THREAD =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** The median of several measurements: a workspace may grow at one of them. */
    static long bytes(DoubleSupplier code) {
        long[] bytes = new long[CALLS];
        double sink = 0;
        for (int i = 0; i < CALLS; i++) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            sink += code.getAsDouble();
            bytes[i] = THREAD.getCurrentThreadAllocatedBytes() - before;
        }
        if (Double.isNaN(sink)) {
            System.out.println("a value was NaN");
        }
        Arrays.sort(bytes);
        return bytes[CALLS / 2];
    }
}
