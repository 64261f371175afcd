package org.cotangent.optim.leastsquares;

/** Products with small matrices kept by rows. */
final class Matrices {

    private Matrices() {}

    /** A v for a square matrix by rows. */
    static double[] product(double[] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i * vector.length + j] * vector[j];
            }
        }
        return product;
    }
}
