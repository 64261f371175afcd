package org.cotangent.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.eval.Machine;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.ir.Lowering;

/**
 * Prints what value and gradient of random straight-line functions cost for each operation of the
 * function: interpreted and generated, beside the value alone in generated (plain) Java.
 */
public final class GradientCost {

    private static final int LARGE = 100_000;

    private GradientCost() {}

    /** Runs for about two minutes. */
    public static void main(String... arguments) {
        System.out.println("nanoseconds of processor time for each operation of the function; ratio to plain Java");
        small("a tenth / sin exp", MixedSource.RARE, MixedSource.class, new MixedSource().className());
        small("+ - * only", ArithmeticSource.RARE, ArithmeticSource.class, new ArithmeticSource().className());
        large();
    }

    private static void small(String title, double rare, Class<?> source, String className) {
        RandomGraph graph = new RandomGraph(MixedSource.OPERATIONS, rare, MixedSource.SEED);
        TwiceDifferentiableFunction generated = GeneratedFunction.of(source, className, "f");
        TwiceDifferentiableFunction interpreted = Differentiation.of(graph.result(), graph.variables());
        requireSame(interpreted, generated, graph.point());
        double[] x = graph.point();
        double[] gradient = new double[x.length];
        Stopwatch stopwatch = new Stopwatch()
                .add("value, plain Java", () -> generated.value(x))
                .add("value and gradient, generated", () -> generated.valueAndGradient(x, gradient))
                .add("value, interpreted", () -> interpreted.value(x))
                .add("value and gradient, interpreted", () -> interpreted.valueAndGradient(x, gradient));
        print(title, operations(graph), stopwatch.run());
    }

    private static void large() {
        RandomGraph graph = new RandomGraph(LARGE, MixedSource.RARE, MixedSource.SEED);
        TwiceDifferentiableFunction interpreted = Differentiation.of(graph.result(), graph.variables());
        double[] x = graph.point();
        double[] gradient = new double[x.length];
        Stopwatch stopwatch = new Stopwatch()
                .add("value, interpreted", () -> interpreted.value(x))
                .add("value and gradient, interpreted", () -> interpreted.valueAndGradient(x, gradient));
        print("a tenth / sin exp", operations(graph), stopwatch.run());
    }

    private static void requireSame(TwiceDifferentiableFunction f, TwiceDifferentiableFunction g, double[] x) {
        double[] first = new double[x.length];
        double[] second = new double[x.length];
        List<Double> values = new ArrayList<>(List.of(f.valueAndGradient(x, first), g.valueAndGradient(x, second)));
        if (!values.get(0).equals(values.get(1)) || !java.util.Arrays.equals(first, second)) {
            throw new IllegalStateException("interpreter and generated class differ: " + values);
        }
    }

    private static long operations(RandomGraph graph) {
        Machine machine = Interpreter.counting(
                        Lowering.of("f", List.of(graph.variables().variable()), graph.result()))
                .machine();
        machine.setArray(0, graph.point());
        machine.run();
        return machine.operations();
    }

    private static void print(String title, long operations, List<Stopwatch.Time> times) {
        System.out.printf(Locale.ROOT, "%n%d operations, %s%n", operations, title);
        double plain = times.get(0).median();
        for (Stopwatch.Time time : times) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-34s median %6.2f  least %6.2f  ratio %5.1f%n",
                    time.name(),
                    time.median() / operations,
                    time.least() / operations,
                    time.median() / plain);
        }
    }
}
