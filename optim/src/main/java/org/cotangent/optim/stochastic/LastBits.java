package org.cotangent.optim.stochastic;

import org.cotangent.ad.function.DifferentiableFunction;

/**
 * By how much a value changes where variables change in their last bits: what rounding may do to it, also where a small
 * value is made of differences of large numbers, of which its own last bits do not tell.
 */
final class LastBits {

    /** As many values as estimates of noise take (Moré, Wild 2011, Estimating computational noise, section 5). */
    private static final int SAMPLES = 7;

    private LastBits() {}

    /** The largest of some changes; 0 if none is finite. */
    static double change(DifferentiableFunction function, double[] x, double value) {
        double largest = 0;
        double[] near = new double[x.length];
        for (int sample = 0; sample < SAMPLES; sample++) {
            Generator generator = Generator.of(0, sample);
            for (int i = 0; i < x.length; i++) {
                near[i] = x[i] + generator.sign() * Math.ulp(x[i]);
            }
            double change = Math.abs(function.value(near) - value);
            largest = Double.isFinite(change) ? Math.max(largest, change) : largest;
        }
        return largest;
    }
}
