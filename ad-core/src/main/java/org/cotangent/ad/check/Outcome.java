package org.cotangent.ad.check;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What one call of code under test gave.
 *
 * @param values the function's values, if the method computes them too
 * @param derivatives the derivatives
 */
record Outcome(double[] values, double[] derivatives) {

    /** A method that fills arrays. */
    @FunctionalInterface
    interface Call {

        /**
         * Calls it.
         *
         * @param x point, not to be modified
         * @param fill what the arrays hold before the call
         */
        Outcome run(double[] x, double fill);
    }

    /** A method by name. */
    record Method(String name, Call call) {}

    List<Double> all() {
        return DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(derivatives))
                .boxed()
                .toList();
    }
}
