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
}
