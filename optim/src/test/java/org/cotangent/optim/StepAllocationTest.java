package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.junit.jupiter.api.Test;

/** What a step of a run makes, with nobody watching: nothing. */
class StepAllocationTest {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int VARIABLES = 500;
    private static final int WARM_UP = 12;
    private static final int STEPS = 40;

    /** The products that a formula of conjugate gradients is handed: seven numbers and a header. */
    private static final long TURN = 72;

    /** Σ cᵢ (xᵢ − 1)² / 2 + (xᵢ − 1)⁴ / 4 with curvatures c from 1 to 1000. */
    private record Bowl(int dimension) implements DifferentiableFunction {

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

    /** The median step: some need a buffer more, and the virtual machine may allocate while it compiles. */
    private static long bytesOfAStep(Minimizer<? super DifferentiableFunction, Result> method) {
        Run<Result> run = method.start(new Bowl(VARIABLES), new double[VARIABLES]);
        for (int k = 0; k < WARM_UP; k++) {
            run.step();
        }
        long[] bytes = new long[STEPS];
        for (int k = 0; k < STEPS; k++) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            run.step();
            bytes[k] = THREAD.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(run.done()).as("still running").isFalse();
        Arrays.sort(bytes);
        return bytes[STEPS / 2];
    }

    @Test
    void quasiNewtonStepsMakeNothing() {
        assertThat(bytesOfAStep(Minimizers.lbfgs(5).tolerance(0))).isZero();
    }

    @Test
    void conjugateGradientsMakeTheirProducts() {
        assertThat(bytesOfAStep(Minimizers.conjugateGradients().tolerance(0))).isLessThanOrEqualTo(TURN);
    }

    @Test
    void fixedStepsMakeNothing() {
        assertThat(bytesOfAStep(Minimizers.gradientDescent(1e-4).tolerance(0))).isZero();
    }
}
