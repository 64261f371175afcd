package org.cotangent.ad.expr;

import org.cotangent.ad.runtime.Special;

/**
 * Bessel functions of complex arguments near the real axis, by Miller's algorithm (DLMF 3.6(iii), with
 * the sum 10.12.4) and by Hankel's expansion (DLMF 10.17.3); their errors are relative to √(2/πx).
 */
final class ComplexBessel {

    /** From here on Hankel's expansion has all digits. */
    private static final double LARGE = 25;

    /** Below the first zero of J₀. */
    private static final double FIRST_ZERO = 2;

    private static final int TERMS = 20;
    private static final int EXTRA_ORDERS = 60;

    private ComplexBessel() {}

    static Complex j(Complex z, int n) {
        int order = Math.abs(n);
        if (order > Special.HIGHEST_ORDER || Double.isNaN(z.re())) {
            return Complex.NAN;
        }
        Complex value = right(z.re() < 0 ? z.negate() : z, order);
        return order % 2 == 1 && (n < 0 != z.re() < 0) ? value.negate() : value;
    }

    private static Complex right(Complex z, int n) {
        if (z.isZero()) {
            return Complex.real(n == 0 ? 1 : 0);
        }
        if (z.re() < LARGE || z.re() < n) {
            return downward(z, n);
        }
        Complex before = hankel(z, 0);
        Complex last = hankel(z, 1);
        for (int k = 1; k < n; k++) {
            Complex next = last.times(2 * k).dividedBy(z).minus(before);
            before = last;
            last = next;
        }
        return n == 0 ? before : last;
    }

    private static Complex downward(Complex z, int n) {
        return z.re() < FIRST_ZERO ? byRatios(z, n) : byValues(z, n);
    }

    /** By ratios, as values would leave the range of doubles at small arguments. */
    private static Complex byRatios(Complex z, int n) {
        int start = Math.max(n, (int) z.re()) + EXTRA_ORDERS;
        Complex[] ratios = new Complex[start + 2];
        ratios[start + 1] = Complex.real(0);
        for (int k = start; k >= 1; k--) {
            ratios[k] = z.dividedBy(Complex.real(2 * k).minus(z.times(ratios[k + 1])));
        }
        Complex term = Complex.real(1);
        Complex sum = term;
        Complex wanted = term;
        for (int k = 1; k <= start; k++) {
            term = term.times(ratios[k]);
            sum = k % 2 == 0 ? sum.plus(term.times(2)) : sum;
            wanted = k == n ? term : wanted;
        }
        return wanted.dividedBy(sum);
    }

    /**
     * By values, scaled in each step. Near a zero of J₀ or J₁ slopes of ratios are large and cancel in
     * the result's, here they do not.
     */
    private static Complex byValues(Complex z, int n) {
        Complex above = Complex.real(0);
        Complex here = Complex.real(1);
        Complex sum = Complex.real(0);
        Complex wanted = Complex.real(0);
        for (int k = Math.max(n, (int) z.re()) + EXTRA_ORDERS; k > 0; k--) {
            Complex below = here.times(2 * k).dividedBy(z).minus(above);
            double scale = 1 / Math.max(1, Math.abs(below.re()));
            sum = (k % 2 == 0 ? sum.plus(here.times(2)) : sum).times(scale);
            wanted = (k == n ? here : wanted).times(scale);
            above = here.times(scale);
            here = below.times(scale);
        }
        return (n == 0 ? here : wanted).dividedBy(sum.plus(here));
    }

    private static Complex hankel(Complex z, int order) {
        Complex even = Complex.real(0);
        Complex odd = Complex.real(0);
        Complex term = Complex.real(1);
        for (int k = 0; k < TERMS; k++) {
            Complex signed = k % 4 < 2 ? term : term.negate();
            even = k % 2 == 0 ? even.plus(signed) : even;
            odd = k % 2 == 1 ? odd.plus(signed) : odd;
            double next = 4 * order * order - (2 * k + 1) * (2 * k + 1);
            term = term.times(next / (8 * (k + 1))).dividedBy(z);
        }
        Complex sin = ComplexFunctions.sin(z);
        Complex cos = ComplexFunctions.cos(z);
        Complex first = order == 0 ? cos.plus(sin) : sin.minus(cos);
        Complex second = order == 0 ? sin.minus(cos) : sin.plus(cos).negate();
        Complex root = ComplexFunctions.sqrt(z.times(Math.PI));
        return first.times(even).minus(second.times(odd)).dividedBy(root);
    }
}
