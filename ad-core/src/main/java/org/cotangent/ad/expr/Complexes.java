package org.cotangent.ad.expr;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Puts complex functions of one, two or three arguments into the form of the table. */
final class Complexes {

    /** A complex function of three arguments. */
    interface Three {
        Complex of(Complex a, Complex b, Complex c);
    }

    private Complexes() {}

    static Function<Complex[], Complex> one(UnaryOperator<Complex> f) {
        return z -> f.apply(z[0]);
    }

    static Function<Complex[], Complex> two(BinaryOperator<Complex> f) {
        return z -> f.apply(z[0], z[1]);
    }

    static Function<Complex[], Complex> three(Three f) {
        return z -> f.of(z[0], z[1], z[2]);
    }

    /** A piecewise constant function: it acts on the real part and has no imaginary part. */
    static Function<Complex[], Complex> step(DoubleUnaryOperator f) {
        return z -> Complex.real(f.applyAsDouble(z[0].re()));
    }

    static Function<Complex[], Complex> step2(DoubleBinaryOperator f) {
        return z -> Complex.real(f.applyAsDouble(z[0].re(), z[1].re()));
    }

    /** a − q·b with the integer quotient q of the real parts. */
    static Function<Complex[], Complex> remainder(DoubleBinaryOperator f) {
        return z -> {
            double re = f.applyAsDouble(z[0].re(), z[1].re());
            double quotient = Math.rint((z[0].re() - re) / z[1].re());
            return new Complex(re, z[0].im() - quotient * z[1].im());
        };
    }

    /** scalb, its integer operand given as a real part. */
    static Function<Complex[], Complex> scaled() {
        return z -> new Complex(Math.scalb(z[0].re(), (int) z[1].re()), Math.scalb(z[0].im(), (int) z[1].re()));
    }
}
