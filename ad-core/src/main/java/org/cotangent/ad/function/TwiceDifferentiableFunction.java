package org.cotangent.ad.function;

/** A scalar function that also knows the product of its Hessian with a vector. */
public interface TwiceDifferentiableFunction extends DifferentiableFunction {

    /**
     * The product H(x) v, at a small multiple of the cost of a gradient.
     *
     * @param x point, length n, not modified
     * @param v direction, length n, not modified
     * @param product receives H(x) v, length n, overwritten, neither {@code x} nor {@code v}
     * @throws IllegalArgumentException if a length is not n or {@code product} is an input
     */
    void hessianVectorProduct(double[] x, double[] v, double[] product);

    /**
     * The Hessian at one point as an operator, for many products there.
     *
     * <p>Implementations that can keep what depends on the point alone override this.
     *
     * @param x point, length n, copied
     */
    default LinearOperator hessianAt(double[] x) {
        int n = dimension();
        double[] point = Checks.length("point", x, n).clone();
        return Operators.of(n, n, (v, product) -> hessianVectorProduct(point, v, product));
    }

    /**
     * The dense Hessian, by n products. It is symmetric to the bit: of the two values that products
     * give for an entry, which rounding tells apart, the mean is taken.
     *
     * @param x point, length n, not modified
     * @param hessian receives H(x) by rows, length n·n, overwritten
     * @throws IllegalArgumentException if a length is wrong
     */
    default void hessian(double[] x, double[] hessian) {
        int n = dimension();
        Checks.length("point", x, n);
        Checks.length("hessian", hessian, Math.multiplyExact(n, n), "square of the dimension");
        Checks.distinct("hessian", hessian, "point", x);
        hessianAt(x).dense(hessian);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * hessian[i * n + j] + 0.5 * hessian[j * n + i];
                hessian[i * n + j] = mean;
                hessian[j * n + i] = mean;
            }
        }
    }
}
