package org.cotangent.benchmarks;

import org.cotangent.ad.Differentiation;
import org.cotangent.ad.function.DifferentiableFunction;

/**
 * Seconds from building a random straight-line graph to its first interpreted value and gradient, the
 * first line in a cold virtual machine, which is what matters to who builds one such model; later lines
 * are of other graphs of that size in the same one.
 */
public final class LongGraph {

    private static final int OPERATIONS = 200_000;
    private static final int GRAPHS = 5;

    private LongGraph() {}

    /**
     * Prints one line a graph.
     *
     * @param arguments the number of operations, if it is not to be 200,000
     */
    public static void main(String[] arguments) {
        int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : OPERATIONS;
        for (int i = 0; i < GRAPHS; i++) {
            once(operations, MixedSource.SEED + i);
        }
    }

    private static void once(int operations, long seed) {
        long start = System.nanoTime();
        RandomGraph graph = new RandomGraph(operations, MixedSource.RARE, seed);
        long built = System.nanoTime();
        DifferentiableFunction f = Differentiation.of(graph.result(), graph.variables());
        double[] point = graph.point();
        double value = f.value(point);
        long valued = System.nanoTime();
        f.valueAndGradient(point, new double[point.length]);
        long end = System.nanoTime();
        System.out.printf(
                "%,d operations: graph %.2f s, value %.2f s, gradient %.2f s, together %.2f s (value %.6g)%n",
                operations,
                (built - start) * 1e-9,
                (valued - built) * 1e-9,
                (end - valued) * 1e-9,
                (end - start) * 1e-9,
                value);
    }
}
