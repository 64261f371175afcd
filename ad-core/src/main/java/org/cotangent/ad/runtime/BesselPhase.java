package org.cotangent.ad.runtime;

/**
 * Bessel functions of orders 0 and 1 for large arguments by modulus and phase, M(x) cos θ(x)
 * (DLMF 10.18.17, 10.18.18), with the phase in twice the precision of doubles: where the cosine
 * vanishes, its digits are those of the function.
 */
final class BesselPhase {

    /** Arguments whose number of eighths of a circle is an exact double; beyond, doubles are wider apart than zeros. */
    private static final double EXACT = 0x1p50;

    /** π / 4 as a sum of three doubles. */
    private static final double[] EIGHTH = {0.7853981633974483, 3.061616997868383e-17, -7.486924524295849e-34};

    /**
     * Coefficients of 1/x, 1/x³, ... in θ(x) − x + (2·order + 1)π/4, by order: the integral of the
     * reciprocal of the series of M² (DLMF 10.18.8), as sums of two doubles where that counts.
     */
    private static final double[][][] PHASE = {
        {
            {-0.125, 0.0},
            {0.06510416666666667, -4.625929269271485e-18},
            {-0.2095703125, -5.551115123125783e-18},
            {1.6380658830915178, 6.344131569286608e-17},
            {-23.475127749972874, 3.9474596431116675e-16},
            {535.640519510616, 1.0335167065601458e-14},
            {-17837.279688947478, 1.6790671417346368e-12},
            {816737.8421910767, 0},
            {-49232732.339998595, 0},
            {3779795380.667541, 0},
            {-360101552365.56555, 0},
            {41687986318546.49, 0},
            {-5763997499254282.0, 0},
            {9.381686880184577e+17, 0},
            {-1.775598971891555e+20, 0},
            {3.866564660019687e+22, 0}
        },
        {
            {0.375, 0.0},
            {-0.1640625, 0.0},
            {0.3708984375, -1.1102230246251566e-17},
            {-2.3693978445870534, -1.9032394707859825e-16},
            {30.624011993408203, 0.0},
            {-659.185221823779, -3.100550119680437e-14},
            {21156.314045527808, -1.3992226181121974e-12},
            {-944346.6095480548, 0},
            {55869739.657019265, 0},
            {-4228159535.534621, 0},
            {398251272117.5241, 0},
            {-45678789849203.945, 0},
            {6267340830836611.0, 0},
            {-1.013488405547706e+18, 0},
            {1.9075209171830722e+20, 0},
            {-4.133914833669569e+22, 0}
        }
    };

    /** Coefficients of 1/x², 1/x⁴, ... in M²πx/2, by order (DLMF 10.18.17). */
    private static final double[][] MODULUS = {
        {
            -0.125,
            0.2109375,
            -1.0986328125,
            11.775970458984375,
            -214.61706161499023,
            5951.152271032333,
            -233476.45606175065,
            12312234.987631382
        },
        {
            0.375,
            -0.3515625,
            1.5380859375,
            -15.140533447265625,
            262.30974197387695,
            -7033.179956674576,
            269395.9108404815,
            -13953866.319315566
        }
    };

    private BesselPhase() {}

    /** J of order 0 or 1 at x &gt;= {@link BesselNearZeros#END}. */
    static double of(int order, double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        return Math.sqrt(2 / (Math.PI * x) * (1 + squareOfModulus(order, x))) * cosine(order, x, shift(order, x));
    }

    private static double squareOfModulus(int order, double x) {
        double square = 1 / (x * x);
        double sum = 0;
        for (int k = MODULUS[order].length - 1; k >= 0; k--) {
            sum = (sum + MODULUS[order][k]) * square;
        }
        return sum;
    }

    private static DoubleDouble shift(int order, double x) {
        DoubleDouble inverse = new DoubleDouble(1, 0).dividedBy(new DoubleDouble(x, 0));
        DoubleDouble square = inverse.times(inverse);
        DoubleDouble sum = new DoubleDouble(0, 0);
        for (int k = PHASE[order].length - 1; k >= 0; k--) {
            double[] coefficient = PHASE[order][k];
            sum = sum.times(square).plus(new DoubleDouble(coefficient[0], coefficient[1]));
        }
        return sum.times(inverse);
    }

    /** cos(x − (2·order + 1)π/4 + shift). */
    private static double cosine(int order, double x, DoubleDouble shift) {
        if (x >= EXACT) {
            double angle = shift.high() - (2 * order + 1) * EIGHTH[0];
            return Math.cos(x) * Math.cos(angle) - Math.sin(x) * Math.sin(angle);
        }
        double rest = Math.IEEEremainder(x, EIGHTH[0]);
        double eighths = Math.rint((x - rest) / EIGHTH[0]);
        DoubleDouble angle = DoubleDouble.product(-eighths, EIGHTH[1])
                .plus(-eighths * EIGHTH[2])
                .plus(rest)
                .plus(shift);
        int turns = (int) (((long) eighths - (2 * order + 1)) & 7);
        boolean odd = turns % 2 == 1;
        return quarter(turns / 2, odd ? angle.plus(new DoubleDouble(EIGHTH[0], EIGHTH[1])) : angle);
    }

    /** cos(angle + quarters·π/2). */
    private static double quarter(int quarters, DoubleDouble angle) {
        double sin = Math.sin(angle.high());
        double cos = Math.cos(angle.high());
        double value = quarters % 2 == 0 ? cos - angle.low() * sin : sin + angle.low() * cos;
        return quarters == 1 || quarters == 2 ? -value : value;
    }
}
