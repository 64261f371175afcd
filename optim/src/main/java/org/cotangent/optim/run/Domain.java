package org.cotangent.optim.run;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
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
            meter.outside(outside);
            for (double[] result : results) {
                Arrays.fill(result, Double.NaN);
            }
            return Double.NaN;
        }
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
