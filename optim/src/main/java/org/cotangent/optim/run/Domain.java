package org.cotangent.optim.run;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.OutsideDomainException;

/**
 * Turns exceptions by which a function says that it has no value into numbers that are none, for whoever
 * counts calls of a function: loops see numbers only.
 */
public final class Domain {

    private Domain() {}

    /**
     * Computes a value, NaN outside the domain.
     *
     * @param meter is told what the function said
     * @param work returns the value and may set results
     * @param results become NaN outside the domain
     */
    public static double value(Meter meter, DoubleSupplier work, double[]... results) {
        try {
            return work.getAsDouble();
        } catch (OutsideDomainException outside) {
            return none(meter, outside, results);
        }
    }

    /** The value of a function, NaN outside its domain; makes no object, as it is called all the time. */
    static double value(Meter meter, DifferentiableFunction function, double[] x) {
        try {
            return function.value(x);
        } catch (OutsideDomainException outside) {
            return none(meter, outside);
        }
    }

    /** The same with the gradient. */
    static double valueAndGradient(Meter meter, DifferentiableFunction function, double[] x, double[] gradient) {
        try {
            return function.valueAndGradient(x, gradient);
        } catch (OutsideDomainException outside) {
            return none(meter, outside, gradient);
        }
    }

    private static double none(Meter meter, OutsideDomainException outside, double[]... results) {
        meter.outside(outside);
        for (double[] result : results) {
            Arrays.fill(result, Double.NaN);
        }
        return Double.NaN;
    }

    /** Does what sets results, which become NaN outside the domain. */
    public static void fill(Meter meter, Runnable work, double[]... results) {
        DoubleSupplier valueless = () -> {
            work.run();
            return 0;
        };
        value(meter, valueless, results);
    }
}
