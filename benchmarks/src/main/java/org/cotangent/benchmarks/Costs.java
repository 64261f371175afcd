package org.cotangent.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/**
 * What derivatives of a method cost beside the method.
 *
 * @param title what the method computes
 * @param method calls it
 * @param derivatives of it
 * @param x where
 */
record Costs(String title, DoubleSupplier method, TwiceDifferentiableFunction derivatives, double[] x) {

    private static final int CALLS = 100;

    private static final com.sun.management.ThreadMXBean THREAD =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** @param byHand gradients written by hand, none or one */
    void print(List<DoubleSupplier> byHand) {
        double[] result = new double[x.length];
        double[] direction = x.clone();
        DoubleSupplier gradient = () -> derivatives.valueAndGradient(x, result);
        DoubleSupplier product = () -> {
            derivatives.hessianVectorProduct(x, direction, result);
            return result[0];
        };
        Stopwatch stopwatch = new Stopwatch()
                .add("the method", method)
                .add("value and gradient", gradient)
                .add("Hessian-vector product", product);
        byHand.forEach(code -> stopwatch.add("value and gradient by hand", code));
        List<Stopwatch.Time> times = stopwatch.run();
        System.out.printf("%n%s, %d variables%n", title, x.length);
        times.forEach(time -> row(time, times.get(0)));
        System.out.printf(
                Locale.ROOT, "  product / gradient %31.2f%n", times.get(2).ratioTo(times.get(1)));
        System.out.printf(
                Locale.ROOT,
                "  bytes allocated: %d by the method, %d by a gradient, %d by a product%n",
                bytes(method),
                bytes(gradient),
                bytes(product));
    }

    private static void row(Stopwatch.Time time, Stopwatch.Time method) {
        System.out.printf(
                Locale.ROOT, "  %-28s %12.2f µs %8.2f%n", time.name(), time.median() / 1e3, time.ratioTo(method));
    }

    /** The median of several measurements: a workspace may grow at one of them. */
    private static long bytes(DoubleSupplier code) {
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
