package org.cotangent.ad.runtime;

/** Bessel functions of the first kind and of integer order. */
final class Bessel {

    /** Orders beyond n that the downward recurrence starts at. */
    private static final int EXTRA_ORDERS = 40;

    private Bessel() {}

    static double j0(double x) {
        return lowOrder(0, Math.abs(x));
    }

    static double j1(double x) {
        return x < 0 ? -lowOrder(1, -x) : lowOrder(1, x);
    }

    private static double lowOrder(int order, double x) {
        return x < BesselNearZeros.END ? BesselNearZeros.of(order, x) : BesselPhase.of(order, x);
    }

    /** J of order n at x, from orders 0 and 1 (DLMF 10.6.1, 10.4.1). */
    static double j(double x, int n) {
        if (Math.abs((long) n) > Special.HIGHEST_ORDER || Double.isNaN(x)) {
            return Double.NaN;
        }
        int order = Math.abs(n);
        boolean odd = order % 2 == 1;
        double value = positive(Math.abs(x), order);
        return odd && (n < 0 != x < 0) ? -value : value;
    }

    private static double positive(double x, int n) {
        if (n < 2) {
            return lowOrder(n, x);
        }
        return x > n ? upward(x, n) : downward(x, n);
    }

    private static double upward(double x, int n) {
        double before = lowOrder(0, x);
        double last = lowOrder(1, x);
        for (int k = 1; k < n && x < Double.POSITIVE_INFINITY; k++) {
            double next = 2 * k / x * last - before;
            before = last;
            last = next;
        }
        return last;
    }

    /** By Miller's algorithm (Gautschi, 1967, section 5) for x up to n, scaled to the larger of J₀ and J₁. */
    private static double downward(double x, int n) {
        double ratio = 0;
        double product = 1;
        for (int k = n + EXTRA_ORDERS; k >= 2; k--) {
            ratio = x / (2 * k - x * ratio);
            product = k <= n ? product * ratio : 1;
        }
        double first = lowOrder(1, x);
        double ratio1 = x / (2 - x * ratio);
        double zeroth = lowOrder(0, x);
        return Math.abs(zeroth) > Math.abs(first) ? product * ratio1 * zeroth : product * first;
    }
}
