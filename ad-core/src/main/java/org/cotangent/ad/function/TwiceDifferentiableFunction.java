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
        return new LinearOperator() {
            @Override
            public int rows() {
                return n;
            }

            @Override
            public int columns() {
                return n;
            }

            @Override
            public void apply(double[] v, double[] product) {
                hessianVectorProduct(point, v, product);
            }
        };
    }

    /**
     * The dense Hessian, by n products.
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
        LinearOperator operator = hessianAt(x);
        double[] unit = new double[n];
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = 1;
            operator.apply(unit, row);
            unit[i] = 0;
            System.arraycopy(row, 0, hessian, i * n, n);
        }
    }
}
