package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;

/**
 * Loss, gradient (back-propagation confirmed by complex steps) and Hessian-vector product of the network with 32
 * hidden units on the first 1297 images, by NumPy code written by hand.
 */
final class KnownNetwork {

    static final double LOSS = 2.330157086976951;
    static final double GRADIENT_NORM = 0.4779994749371599;
    static final double PRODUCT_NORM = 2.6572768377173865;
    static final double CURVATURE = -3.285909741210313;

    static final double[] GRADIENT = {
        0.0009533395475530811,
        -9.810979312172542e-05,
        -0.0007597765805995658,
        0.010702732356504239,
        -0.008709782015839707,
        -0.022662313043881704,
        -0.001555616515239841,
        0.012711805917300277
    };

    static final double[] PRODUCT = {
        -0.04455619138675805,
        0.0002806337477135007,
        -0.007285864773643745,
        0.018107611027010074,
        0.02103107408579576,
        -0.0015896119894236941,
        -0.05894122847761126,
        -0.20321854630794672
    };

    /** Sums of 1297 terms: a relative error of 1e-12 of the largest entries. */
    static final Offset<Double> ROUNDING = within(1e-13);

    private static final int[] AT = {18, 1000, 2047, 2050, 2080, 2399, 2400, 2409};

    private KnownNetwork() {}

    static double[] point() {
        double[] w = new double[2410];
        for (int k = 0; k < 2048; k++) {
            w[k] = 0.2 * Math.sin(1 + k);
        }
        for (int k = 0; k < 320; k++) {
            w[2080 + k] = 0.2 * Math.cos(1 + k);
        }
        return w;
    }

    static double[] direction() {
        double[] direction = new double[2410];
        Arrays.setAll(direction, k -> Math.sin(0.5 * k));
        return direction;
    }

    /** The entries that are known. */
    static double[] at(double[] vector) {
        return Arrays.stream(AT).mapToDouble(i -> vector[i]).toArray();
    }

    static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
