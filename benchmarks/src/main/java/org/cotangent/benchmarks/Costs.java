package org.cotangent.benchmarks;

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
                Allocation.bytes(method),
                Allocation.bytes(gradient),
                Allocation.bytes(product));
    }

    private static void row(Stopwatch.Time time, Stopwatch.Time method) {
        System.out.printf(
                Locale.ROOT, "  %-28s %12.2f µs %8.2f%n", time.name(), time.median() / 1e3, time.ratioTo(method));
    }
}
