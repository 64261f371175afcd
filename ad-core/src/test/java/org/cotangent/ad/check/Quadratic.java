package org.cotangent.ad.check;

import java.util.SplittableRandom;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** ½ (x − c)ᵀ A (x − c) with a condition number up to 1e8, in axes turned by reflections. */
record Quadratic(double[][] matrix, double[] minimum) implements TwiceDifferentiableFunction {

    static Quadratic draw(SplittableRandom random) {
        int n = 2 + random.nextInt(8);
        double condition = CorrectFunction.power(random, 0, 8);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = Math.pow(condition, (double) i / (n - 1));
        }
        for (int i = 0; i < n; i++) {
            reflect(matrix, CorrectFunction.numbers(random, n, -1, 1));
        }
        return new Quadratic(matrix, CorrectFunction.numbers(random, n, -2, 2));
    }

    /** A := H A H, H = I − 2 v vᵀ/vᵀv. */
    private static void reflect(double[][] a, double[] v) {
        int n = v.length;
        double square = Vectors.dot(v, v);
        for (int side = 0; side < 2; side++) {
            double[][] turned = new double[n][n];
            for (int i = 0; i < n; i++) {
                double product = 0;
                for (int k = 0; k < n; k++) {
                    product += v[k] * a[k][i];
                }
                for (int k = 0; k < n; k++) {
                    turned[i][k] = a[k][i] - 2 * v[k] * product / square;
                }
            }
            for (int i = 0; i < n; i++) {
                a[i] = turned[i];
            }
        }
    }

    private double[] times(double[] v) {
        double[] product = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                product[i] += (matrix[i][j] + matrix[j][i]) / 2 * v[j];
            }
        }
        return product;
    }

    private double[] fromMinimum(double[] x) {
        double[] d = x.clone();
        for (int i = 0; i < d.length; i++) {
            d[i] -= minimum[i];
        }
        return d;
    }

    @Override
    public int dimension() {
        return minimum.length;
    }

    @Override
    public double value(double[] x) {
        double[] d = fromMinimum(x);
        return Vectors.dot(d, times(d)) / 2;
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        hessianVectorProduct(x, fromMinimum(x), gradient);
        return value(x);
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        System.arraycopy(times(v), 0, product, 0, v.length);
    }
}
