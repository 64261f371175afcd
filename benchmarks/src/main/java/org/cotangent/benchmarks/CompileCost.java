package org.cotangent.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/**
 * Prints how long it takes until a random straight-line function is ready to give value and
 * gradient: interpreted and compiled in memory, for the first function of a virtual machine, for
 * later ones, and for one of a structure that was compiled before.
 */
public final class CompileCost {

    private static final int WARM = 8;
    private static final double NANOS = 1e6;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CompileCost() {}

    /**
     * Measures one size.
     *
     * @param arguments the number of operations: one for each virtual machine, so that the first is cold
     */
    public static void main(String... arguments) {
        int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MixedSource.OPERATIONS;
        System.out.println(operations + " operations; milliseconds (all processors of the machine's share)");
        time("compiled, first", operations, 0, true);
        for (int i = 1; i < WARM; i++) {
            time("compiled, later", operations, i, true);
        }
        time("compiled before", operations, WARM - 1, true);
        time("interpreted", operations, WARM, false);
    }

    private static void time(String name, int operations, long seed, boolean compiled) {
        RandomGraph graph = new RandomGraph(operations, MixedSource.RARE, seed);
        double[] x = graph.point();
        double[] gradient = new double[x.length];
        long wall = System.nanoTime();
        long processor = SYSTEM.getProcessCpuTime();
        try {
            TwiceDifferentiableFunction f = compiled
                    ? Differentiation.compile(graph.result(), graph.variables())
                    : Differentiation.of(graph.result(), graph.variables());
            f.valueAndGradient(x, gradient);
        } catch (IllegalArgumentException refused) {
            System.out.println(refused.getMessage());
        }
        double elapsed = (System.nanoTime() - wall) / NANOS;
        double used = (SYSTEM.getProcessCpuTime() - processor) / NANOS;
        Runtime runtime = Runtime.getRuntime();
        long held = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.printf(Locale.ROOT, "  %-18s %8.0f  processor time %8.0f  heap %4d MB%n", name, elapsed, used, held);
    }
}
