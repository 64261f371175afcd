package org.cotangent.ad.expr;

import org.cotangent.ad.runtime.Primitives;

/**
 * Elementary functions of a complex argument near the real axis.
 *
 * <p>Where the real function is not defined the result is NaN, so that errors of the real domain
 * stay visible; on branch cuts nothing is promised. Formulas keep the relative accuracy of a tiny
 * imaginary part (Kahan, "Branch cuts for complex elementary functions", 1987, for the inverse
 * functions).
 */
final class ComplexFunctions {

    private ComplexFunctions() {}

    static Complex exp(Complex z) {
        double m = Math.exp(z.re());
        return new Complex(m * Math.cos(z.im()), m * Math.sin(z.im()));
    }

    static Complex expm1(Complex z) {
        double half = Math.sin(z.im() / 2);
        double re = Math.expm1(z.re()) * Math.cos(z.im()) - 2 * half * half;
        return new Complex(re, Math.exp(z.re()) * Math.sin(z.im()));
    }

    static Complex log(Complex z) {
        return z.re() < 0 ? Complex.NAN : new Complex(Math.log(z.modulus()), z.argument());
    }

    static Complex log10(Complex z) {
        return z.re() < 0 ? Complex.NAN : new Complex(Math.log10(z.modulus()), z.argument() / Math.log(10));
    }

    static Complex log1p(Complex z) {
        if (z.re() < -1) {
            return Complex.NAN;
        }
        double re = 0.5 * Math.log1p(z.re() * (2 + z.re()) + z.im() * z.im());
        return new Complex(
                Math.abs(z.re()) < 0.5 ? re : Math.log(Math.hypot(1 + z.re(), z.im())), Math.atan2(z.im(), 1 + z.re()));
    }

    static Complex sin(Complex z) {
        return new Complex(Math.sin(z.re()) * Math.cosh(z.im()), Math.cos(z.re()) * Math.sinh(z.im()));
    }

    static Complex cos(Complex z) {
        return new Complex(Math.cos(z.re()) * Math.cosh(z.im()), -Math.sin(z.re()) * Math.sinh(z.im()));
    }

    static Complex tan(Complex z) {
        return sin(z).dividedBy(cos(z));
    }

    static Complex sinh(Complex z) {
        return new Complex(Math.sinh(z.re()) * Math.cos(z.im()), Math.cosh(z.re()) * Math.sin(z.im()));
    }

    static Complex cosh(Complex z) {
        return new Complex(Math.cosh(z.re()) * Math.cos(z.im()), Math.sinh(z.re()) * Math.sin(z.im()));
    }

    /** By Kahan's formula: overflow-free and exact in the limit of a tiny imaginary part. */
    static Complex tanh(Complex z) {
        double t = Math.tan(z.im());
        double beta = 1 + t * t;
        double s = Math.sinh(z.re());
        if (Double.isInfinite(s) || Math.abs(z.re()) > 350) {
            return new Complex(
                    Math.signum(z.re()), 4 * Math.exp(-2 * Math.abs(z.re())) * Math.sin(z.im()) * Math.cos(z.im()));
        }
        double rho = Math.cosh(z.re());
        double d = 1 + beta * s * s;
        return new Complex(beta * rho * s / d, t / d);
    }

    static Complex sqrt(Complex z) {
        if (z.re() < 0) {
            return Complex.NAN;
        }
        if (z.im() == 0) {
            return Complex.real(Math.sqrt(z.re()));
        }
        double r = Math.sqrt((z.re() + z.modulus()) / 2);
        return new Complex(r, z.im() / (2 * r));
    }

    static Complex cbrt(Complex z) {
        double angle = z.re() < 0 ? Math.atan2(-z.im(), -z.re()) : z.argument();
        double r = Math.cbrt(z.modulus());
        Complex root = new Complex(r * Math.cos(angle / 3), r * Math.sin(angle / 3));
        return z.re() < 0 ? root.negate() : root;
    }

    static Complex asin(Complex z) {
        if (Math.abs(z.re()) > 1) {
            return Complex.NAN;
        }
        Complex a = sqrt(new Complex(1 - z.re(), -z.im()));
        Complex b = sqrt(new Complex(1 + z.re(), z.im()));
        double re = Math.atan2(z.re(), a.re() * b.re() - a.im() * b.im());
        return new Complex(re, Primitives.asinh(a.re() * b.im() - a.im() * b.re()));
    }

    static Complex acos(Complex z) {
        if (Math.abs(z.re()) > 1) {
            return Complex.NAN;
        }
        Complex a = sqrt(new Complex(1 - z.re(), -z.im()));
        Complex b = sqrt(new Complex(1 + z.re(), z.im()));
        double im = Primitives.asinh(b.re() * a.im() - b.im() * a.re());
        return new Complex(2 * Math.atan2(a.re(), b.re()), im);
    }

    static Complex atan(Complex z) {
        double x = z.re();
        double y = z.im();
        if (Double.isInfinite(x)) {
            return new Complex(Math.atan(x), Math.copySign(0, y));
        }
        double re = 0.5 * Math.atan2(2 * x, (1 - y) * (1 + y) - x * x);
        double a = Math.abs(y);
        double im = 0.25 * Math.log1p(4 * a / (x * x + (1 - a) * (1 - a)));
        return new Complex(re, Math.copySign(im, y));
    }

    /** asinh z = -i asin(iz). */
    static Complex asinh(Complex z) {
        Complex turned = asin(new Complex(-z.im(), z.re()));
        return new Complex(turned.im(), -turned.re());
    }

    static Complex acosh(Complex z) {
        if (z.re() < 1) {
            return Complex.NAN;
        }
        Complex a = sqrt(new Complex(z.re() - 1, z.im()));
        Complex b = sqrt(new Complex(z.re() + 1, z.im()));
        double re = Primitives.asinh(a.re() * b.re() + a.im() * b.im());
        return new Complex(re, 2 * Math.atan2(a.im(), b.re()));
    }

    static Complex atanh(Complex z) {
        if (Math.abs(z.re()) > 1) {
            return Complex.NAN;
        }
        Complex turned = atan(new Complex(-z.im(), z.re()));
        return new Complex(turned.im(), -turned.re());
    }

    /** A power: exact turns for negative bases with integer exponents, no detour through log z. */
    static Complex pow(Complex z, Complex p) {
        if (z.re() == 0) {
            return powOfZero(z, p);
        }
        if (z.re() < 0) {
            return powOfNegative(z, p);
        }
        double angle = p.re() * z.argument() + p.im() * Math.log(z.modulus());
        double modulus = Math.pow(z.modulus(), p.re()) * Math.exp(-p.im() * z.argument());
        return new Complex(modulus * Math.cos(angle), modulus * Math.sin(angle));
    }

    private static Complex powOfZero(Complex z, Complex p) {
        if (p.im() == 0 && p.re() == 1) {
            return z;
        }
        return Complex.real(Math.pow(0, p.re()));
    }

    private static Complex powOfNegative(Complex z, Complex p) {
        if (p.im() != 0 || p.re() != Math.rint(p.re())) {
            return Complex.NAN;
        }
        Complex positive = pow(z.negate(), p);
        return Math.IEEEremainder(p.re(), 2) == 0 ? positive : positive.negate();
    }

    /** By the arc tangent of the smaller over the larger, turned into the quadrant of the real parts. */
    static Complex atan2(Complex y, Complex x) {
        double angle = Math.atan2(y.re(), x.re());
        Complex turned = Math.abs(x.re()) >= Math.abs(y.re())
                ? atan(y.dividedBy(x))
                : atan(x.dividedBy(y)).negate();
        return new Complex(angle, turned.im());
    }

    static Complex hypot(Complex a, Complex b) {
        double scale = Math.max(a.modulus(), b.modulus());
        if (scale == 0 || Double.isInfinite(scale)) {
            return Complex.real(scale);
        }
        Complex u = a.times(1 / scale);
        Complex v = b.times(1 / scale);
        return sqrt(u.times(u).plus(v.times(v))).times(scale);
    }

    /** a / hypot(a, b) by the smaller over the larger, so that the imaginary part does not cancel. */
    static Complex direction(Complex a, Complex b) {
        boolean isLarger = Math.abs(a.re()) >= Math.abs(b.re());
        Complex larger = isLarger ? a : b;
        if (larger.isZero()) {
            return larger;
        }
        Complex ratio = (isLarger ? b : a).dividedBy(larger);
        Complex root = sqrt(ratio.times(ratio).plus(Complex.real(1)));
        return (isLarger ? Complex.real(1) : ratio).dividedBy(root).times(Math.signum(larger.re()));
    }

    static Complex fma(Complex a, Complex b, Complex c) {
        double re = Math.fma(a.re(), b.re(), c.re()) - a.im() * b.im();
        return new Complex(re, a.times(b).im() + c.im());
    }

    /** The slope of tanh, 1 / cosh². */
    static Complex tanhSlope(Complex z) {
        if (Math.abs(z.re()) < 1) {
            Complex cosh = cosh(z);
            return Complex.real(1).dividedBy(cosh.times(cosh));
        }
        Complex root = exp(new Complex(-Math.abs(z.re()), z.re() < 0 ? z.im() : -z.im()));
        Complex square = root.times(root);
        Complex sum = square.plus(Complex.real(1));
        return square.times(4).dividedBy(sum.times(sum));
    }

    static Complex copySign(Complex a, Complex b) {
        boolean same = Math.copySign(1, a.re()) == Math.copySign(1, b.re());
        return same ? a : a.negate();
    }

    static Complex abs(Complex z) {
        return z.re() < 0 || (z.re() == 0 && 1 / z.re() < 0) ? z.negate() : z;
    }

    static Complex max(Complex a, Complex b) {
        return Double.isNaN(a.re()) || a.re() >= b.re() ? a : b;
    }

    static Complex min(Complex a, Complex b) {
        return Double.isNaN(a.re()) || a.re() <= b.re() ? a : b;
    }

    static Complex strongTimes(Complex a, Complex b) {
        return a.isZero() || b.isZero() ? Complex.real(0) : a.times(b);
    }
}
