package org.cotangent.examples.learning;

import java.util.SplittableRandom;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** A quadratic bowl: half the sum of curvatures times squares of coordinates, along the axes or along others. */
final class Bowl {

    private static final int SEED = 1;

    private Bowl() {}

    /** ½ xᵀ H x. */
    @Differentiable(wrt = "x")
    static double height(double[] x, double[][] hessian) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += x[i] * hessian[i][j] * x[j];
            }
        }
        return sum / 2;
    }

    static TwiceDifferentiableFunction of(double[][] hessian) {
        return BowlDerivatives.height(hessian.length, hessian);
    }

    /** Curvatures from 1 to the condition number, evenly spread over its decades. */
    static double[] curvatures(int n, double condition) {
        double[] curvatures = new double[n];
        for (int i = 0; i < n; i++) {
            curvatures[i] = Math.pow(condition, (double) i / (n - 1));
        }
        return curvatures;
    }

    /** Q diag(curvatures) Qᵀ. */
    static double[][] hessian(double[][] axes, double[] curvatures) {
        int n = curvatures.length;
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    hessian[i][j] += axes[i][k] * curvatures[k] * axes[j][k];
                }
            }
        }
        return hessian;
    }

    /** The unit vectors as columns. */
    static double[][] straight(int n) {
        double[][] axes = new double[n][n];
        for (int i = 0; i < n; i++) {
            axes[i][i] = 1;
        }
        return axes;
    }

    /** Random directions at right angles to each other, as columns, by Gram and Schmidt. */
    static double[][] turned(int n) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = random.doubles(n, -1, 1).toArray();
            for (int k = 0; k < i; k++) {
                add(row, -dot(row, rows[k]), rows[k]);
            }
            double norm = Math.sqrt(dot(row, row));
            rows[i] = new double[n];
            add(rows[i], 1 / norm, row);
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }
}
