package org.cotangent.benchmarks;

import java.util.Locale;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/**
 * Builds, differentiates and evaluates a chain of operations, a million unless told otherwise, on
 * the stack of an ordinary thread, and prints how long each step took.
 */
public final class DeepChain {

    private static final int MILLION = 1_000_000;

    private DeepChain() {}

    /**
     * Runs the measurement.
     *
     * @param arguments the number of operations, if not a million
     */
    public static void main(String... arguments) {
        int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MILLION;
        long start = System.nanoTime();
        VectorExpr x = Graph.vector("x", 2);
        Expr chain = x.get(0);
        for (int i = 0; i < operations; i += 2) {
            chain = chain.sin().plus(x.get(1));
        }
        start = lap("build", start);
        TwiceDifferentiableFunction f = Differentiation.of(chain, x);
        start = lap("translate", start);
        double[] point = {0.3, 0.7};
        double[] gradient = new double[2];
        f.valueAndGradient(point, gradient);
        start = lap("differentiate, translate and evaluate once", start);
        f.valueAndGradient(point, gradient);
        lap("evaluate value and gradient", start);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT, "%-44s %8d MB%n", "memory held", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static long lap(String step, long start) {
        System.out.printf(Locale.ROOT, "%-44s %8.2f s%n", step, (System.nanoTime() - start) / 1e9);
        return System.nanoTime();
    }
}
