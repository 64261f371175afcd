package org.cotangent.ad.function;

/** Checks that products of matrices with vectors share. */
final class Products {

    private Products() {}

    static void require(int dimension, double[] x, double[] v, double[] product) {
        Checks.length("point", x, dimension);
        Checks.length("direction", v, dimension);
        Checks.length("product", product, dimension);
        Checks.distinct("product", product, "point", x);
        Checks.distinct("product", product, "direction", v);
    }

    static void scale(double factor, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    static void divide(double[] vector, double divisor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= divisor;
        }
    }
}
