package org.cotangent.ad.check;

/**
 * Two numbers that are equal if derivatives are right, without differences: uᵀ(J v) and (Jᵀu)ᵀv, or
 * uᵀ(H v) and vᵀ(H u).
 *
 * @param name for reports
 * @param left what is on the left, for reports
 * @param right what is on the right
 * @param sides both numbers and the sum of the absolute values of their terms, at a point
 */
record Pairing(String name, String left, String right, Values sides) {

    static final int LEFT = 0;
    static final int RIGHT = 1;
    static final int SIZE = 2;
    static final int COUNT = 3;

    /** Both sums of products. */
    static double[] of(double[] u, double[] product, double[] v, double[] otherProduct) {
        double size = 0;
        double left = 0;
        for (int i = 0; i < u.length; i++) {
            left += u[i] * product[i];
            size += Math.abs(u[i] * product[i]);
        }
        double right = 0;
        for (int i = 0; i < v.length; i++) {
            right += v[i] * otherProduct[i];
            size += Math.abs(v[i] * otherProduct[i]);
        }
        return new double[] {left, right, size};
    }
}
