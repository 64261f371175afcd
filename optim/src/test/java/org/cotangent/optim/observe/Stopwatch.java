package org.cotangent.optim.observe;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.cotangent.ad.function.DifferentiableFunction;

/** Rosenbrock's function, which takes a tenth of a second a call by its own clock. */
final class Stopwatch implements DifferentiableFunction {

    private static final long NANOSECONDS_PER_CALL = 100_000_000;

    private final AtomicLong now = new AtomicLong(-5);

    LongSupplier clock() {
        return now::get;
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public double value(double[] x) {
        now.addAndGet(NANOSECONDS_PER_CALL);
        double valley = x[1] - x[0] * x[0];
        return 100 * valley * valley + (1 - x[0]) * (1 - x[0]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        double valley = x[1] - x[0] * x[0];
        gradient[0] = -400 * x[0] * valley - 2 * (1 - x[0]);
        gradient[1] = 200 * valley;
        return value(x);
    }
}
