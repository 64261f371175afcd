package org.cotangent.optim;

import java.util.SplittableRandom;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** ½ xᵀAx − bᵀx with a dense symmetric A. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Quadratic(double[][] matrix, double[] right) implements TwiceDifferentiableFunction {

    /** A = I + GGᵀ/n with random G: eigenvalues between 1 and about 5. */
    static Quadratic random(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] factor = new double[n][n];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            right[i] = random.nextDouble(-1, 1);
            for (int j = 0; j < n; j++) {
                factor[i][j] = random.nextDouble(-2, 2);
            }
        }
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = i == j ? 1 : 0;
                for (int k = 0; k < n; k++) {
                    matrix[i][j] += factor[i][k] * factor[j][k] / n;
                }
            }
        }
        return new Quadratic(matrix, right);
    }

    static Quadratic diagonal(double... curvatures) {
        double[][] matrix = new double[curvatures.length][curvatures.length];
        for (int i = 0; i < curvatures.length; i++) {
            matrix[i][i] = curvatures[i];
        }
        return new Quadratic(matrix, new double[curvatures.length]);
    }

    @Override
    public int dimension() {
        return right.length;
    }

    @Override
    public double value(double[] x) {
        return valueAndGradient(x, new double[x.length]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        hessianVectorProduct(x, x, gradient);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * (gradient[i] / 2 - right[i]);
            gradient[i] -= right[i];
        }
        return sum;
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        for (int i = 0; i < v.length; i++) {
            double sum = 0;
            for (int j = 0; j < v.length; j++) {
                sum += matrix[i][j] * v[j];
            }
            product[i] = sum;
        }
    }
}
