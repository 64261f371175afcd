package org.cotangent.optim.leastsquares;

import java.util.SplittableRandom;
import org.cotangent.ad.function.VectorFunction;

/** A x − b with A by rows. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinearResiduals(double[][] matrix, double[] right) implements VectorFunction {

    static LinearResiduals random(int m, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] matrix = new double[m][n];
        double[] right = new double[m];
        for (int i = 0; i < m; i++) {
            right[i] = random.nextDouble(-1, 1);
            for (int j = 0; j < n; j++) {
                matrix[i][j] = random.nextDouble(-1, 1);
            }
        }
        return new LinearResiduals(matrix, right);
    }

    @Override
    public int inputDimension() {
        return matrix[0].length;
    }

    @Override
    public int outputDimension() {
        return matrix.length;
    }

    @Override
    public void value(double[] x, double[] y) {
        multiply(x, y);
        for (int i = 0; i < y.length; i++) {
            y[i] -= right[i];
        }
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        value(x, y);
        multiply(xDot, yDot);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        value(x, y);
        for (int j = 0; j < xBar.length; j++) {
            xBar[j] = 0;
            for (int i = 0; i < yBar.length; i++) {
                xBar[j] += yBar[i] * matrix[i][j];
            }
        }
    }

    private void multiply(double[] v, double[] product) {
        for (int i = 0; i < product.length; i++) {
            product[i] = 0;
            for (int j = 0; j < v.length; j++) {
                product[i] += matrix[i][j] * v[j];
            }
        }
    }
}
