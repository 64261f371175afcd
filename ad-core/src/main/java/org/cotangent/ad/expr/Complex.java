package org.cotangent.ad.expr;

/**
 * A complex number, for derivatives by complex step: f'(x) = Im f(x + ih) / h without cancellation
 * (Squire and Trapp, 1998). Operations are accurate in the imaginary part when it is tiny.
 *
 * @param re real part
 * @param im imaginary part
 */
public record Complex(double re, double im) {

    public static final Complex NAN = new Complex(Double.NaN, Double.NaN);

    public static Complex real(double re) {
        return new Complex(re, 0);
    }

    public Complex plus(Complex b) {
        return new Complex(re + b.re, im + b.im);
    }

    public Complex minus(Complex b) {
        return new Complex(re - b.re, im - b.im);
    }

    public Complex negate() {
        return new Complex(-re, -im);
    }

    public Complex times(Complex b) {
        return new Complex(re * b.re - im * b.im, re * b.im + im * b.re);
    }

    public Complex times(double b) {
        return new Complex(re * b, im * b);
    }

    /** The quotient, scaled against overflow (Smith, 1962). */
    public Complex dividedBy(Complex b) {
        if (b.im == 0) {
            return new Complex(re / b.re, im / b.re);
        }
        if (Math.abs(b.re) >= Math.abs(b.im)) {
            double r = b.im / b.re;
            double d = b.re + b.im * r;
            return new Complex((re + im * r) / d, (im - re * r) / d);
        }
        double r = b.re / b.im;
        double d = b.re * r + b.im;
        return new Complex((re * r + im) / d, (im * r - re) / d);
    }

    public double modulus() {
        return Math.hypot(re, im);
    }

    public double argument() {
        return Math.atan2(im, re);
    }

    public boolean isZero() {
        return re == 0 && im == 0;
    }
}
