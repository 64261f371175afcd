package org.cotangent.ad.expr;

/** Integer powers as products, where that is faster than {@link Math#pow}. */
final class Powers {

    /** Up to here repeated squaring needs at most four products; {@link Math#pow} costs about 16 ns. */
    static final int MAX_PRODUCT = 8;

    private Powers() {}

    /** base^n; see {@link Arithmetic#pow(int)}. */
    static <E extends Arithmetic<E>> E of(E base, int n) {
        if (n == 0 || Math.abs((long) n) > MAX_PRODUCT) {
            return base.pow((double) n);
        }
        return n > 0 ? product(base, n) : product(base, -n).reciprocal();
    }

    private static <E extends Arithmetic<E>> E product(E base, int n) {
        if (n == 1) {
            return base;
        }
        E half = product(base, n / 2);
        E even = half.times(half);
        return n % 2 == 0 ? even : even.times(base);
    }
}
