package org.cotangent.ad.function;

import java.util.function.BiConsumer;

/** Operators made of one product. */
final class Operators {

    private Operators() {}

    static LinearOperator of(int rows, int columns, BiConsumer<double[], double[]> product) {
        return new LinearOperator() {
            @Override
            public int rows() {
                return rows;
            }

            @Override
            public int columns() {
                return columns;
            }

            @Override
            public void apply(double[] v, double[] result) {
                product.accept(v, result);
            }
        };
    }

    /** A part of an operator. */
    static LinearOperator divided(LinearOperator whole, double divisor) {
        return new LinearOperator() {
            @Override
            public int rows() {
                return whole.rows();
            }

            @Override
            public int columns() {
                return whole.columns();
            }

            @Override
            public long kept() {
                return whole.kept();
            }

            @Override
            public void apply(double[] v, double[] product) {
                whole.apply(v, product);
                Products.divide(product, divisor);
            }
        };
    }
}
