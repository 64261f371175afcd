package org.cotangent.ad.runtime;

/**
 * A number as the sum of two doubles, for the few places where 53 bits are lost to cancellation or
 * multiplied by a large exponent (Dekker, 1971; Knuth, TAOCP 2, 4.2.2).
 *
 * @param high the sum, rounded
 * @param low what rounding left out
 */
record DoubleDouble(double high, double low) {

    static DoubleDouble sum(double a, double b) {
        double high = a + b;
        double part = high - a;
        return new DoubleDouble(high, (a - (high - part)) + (b - part));
    }

    static DoubleDouble product(double a, double b) {
        double high = a * b;
        return new DoubleDouble(high, Math.fma(a, b, -high));
    }

    DoubleDouble plus(DoubleDouble b) {
        DoubleDouble sum = sum(high, b.high);
        return sum(sum.high, sum.low + (low + b.low));
    }

    DoubleDouble plus(double b) {
        DoubleDouble sum = sum(high, b);
        return sum(sum.high, sum.low + low);
    }

    DoubleDouble times(DoubleDouble b) {
        DoubleDouble product = product(high, b.high);
        return sum(product.high, product.low + (high * b.low + low * b.high));
    }

    DoubleDouble dividedBy(DoubleDouble b) {
        double quotient = high / b.high;
        double rest = Math.fma(-quotient, b.high, high) + (low - quotient * b.low);
        return sum(quotient, rest / b.high);
    }

    /** This number to a power, with an error of about an ulp however large the exponent is. */
    double pow(double exponent) {
        return Math.pow(high, exponent) * Math.exp(exponent * low / high);
    }
}
