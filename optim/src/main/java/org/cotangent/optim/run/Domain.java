package org.cotangent.optim.run;

import java.util.Arrays;
import org.cotangent.ad.function.OutsideDomainException;

/** Turns exceptions by which a function says that it has no values into numbers that are none. */
final class Domain {

    private Domain() {}

    /** Does what sets results, which become NaN outside the domain. */
    static void fill(Meter meter, Runnable work, double[]... results) {
        try {
            work.run();
        } catch (OutsideDomainException outside) {
            meter.outside(outside);
            for (double[] result : results) {
                Arrays.fill(result, Double.NaN);
            }
        }
    }
}
