package org.cotangent.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.search.Direction;
import org.cotangent.optim.search.Heading;
import org.cotangent.optim.search.Lbfgs;

/**
 * Prints what L-BFGS itself takes for a step in a million variables, beside reading its history once
 * each way, which no two loops can do without; and what a step of a run allocates.
 */
public final class LbfgsCost {

    private static final int VARIABLES = 1_000_000;
    private static final int MEMORY = 10;
    private static final int STEPS = 30;

    private LbfgsCost() {}

    /** Runs for about half a minute. */
    public static void main(String... arguments) {
        times();
        allocation();
    }

    private static void times() {
        Bowl bowl = new Bowl(VARIABLES);
        Direction.Memory memory = new Lbfgs(MEMORY).begin(bowl);
        FunctionEvaluation[] points = new FunctionEvaluation[MEMORY + 2];
        for (int k = 0; k < points.length; k++) {
            points[k] = bowl.at(k);
            if (k > 0) {
                memory.learn(points[k - 1], points[k]);
            }
        }
        Heading heading = new Heading(VARIABLES);
        DoubleSupplier direction = () -> {
            memory.choose(points[0], heading);
            return heading.vector()[0];
        };
        DoubleSupplier withUpdate = () -> {
            memory.learn(points[0], points[1]);
            return direction.getAsDouble();
        };
        double[][] history = new double[2 * MEMORY][VARIABLES];
        List<Stopwatch.Time> times = new Stopwatch()
                .add("history read once each way", () -> stream(history))
                .add("direction", direction)
                .add("direction and update", withUpdate)
                .run();
        for (Stopwatch.Time time : times) {
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %7.2f ms  %5.2f times the reading%n",
                    time.name(),
                    time.median() / 1e6,
                    time.ratioTo(times.get(0)));
        }
    }

    private static double stream(double[][] vectors) {
        double total = 0;
        for (double[] vector : vectors) {
            total += sum(vector);
        }
        for (int k = vectors.length - 1; k >= 0; k--) {
            total += sum(vectors[k]);
        }
        return total;
    }

    /** Eight sums, so that only memory limits it. */
    private static double sum(double[] a) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int i = 0; i + 7 < a.length; i += 8) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
            s4 += a[i + 4];
            s5 += a[i + 5];
            s6 += a[i + 6];
            s7 += a[i + 7];
        }
        return s0 + s1 + s2 + s3 + (s4 + s5 + s6 + s7);
    }

    private static void allocation() {
        Bowl bowl = new Bowl(VARIABLES);
        Run<Result> run = Minimizers.lbfgs(MEMORY).tolerance(0).start(bowl, new double[VARIABLES]);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        for (int k = 0; k < STEPS && !run.done(); k++) {
            run.step();
        }
        long before = threads.getThreadAllocatedBytes(thread);
        int steps = 0;
        while (steps < STEPS && !run.done()) {
            run.step();
            steps++;
        }
        long bytes = threads.getThreadAllocatedBytes(thread) - before;
        System.out.printf(Locale.ROOT, "%d steps of a run allocate %.0f bytes each%n", steps, (double) bytes / steps);
    }

    /** Σ cᵢ (xᵢ − 1)² / 2 + (xᵢ − 1)⁴ / 4 with curvatures c from 1 to 1000. */
    private record Bowl(int dimension) implements DifferentiableFunction {

        FunctionEvaluation at(int k) {
            FunctionEvaluation evaluation = new FunctionEvaluation(this);
            double[] x = evaluation.overwrite();
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.sin(i + 0.7 * k) / (1 + k);
            }
            evaluation.gradient();
            return evaluation;
        }

        @Override
        public double value(double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double u = x[i] - 1;
                sum += curvature(i) * u * u / 2 + u * u * u * u / 4;
            }
            return sum;
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            for (int i = 0; i < x.length; i++) {
                double u = x[i] - 1;
                gradient[i] = curvature(i) * u + u * u * u;
            }
            return value(x);
        }

        private double curvature(int i) {
            return 1 + 999.0 * i / dimension;
        }
    }
}
