package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.TwiceDifferentiableSum;

/** fᵢ(x) = ½ (dᵢᵀx − yᵢ)² + λ/2 ‖x‖²: the minimum is known, and everything about it. */
final class LinearExamples implements TwiceDifferentiableSum {

    private final double[][] rows;
    private final double[] targets;
    private final double penalty;

    LinearExamples(double[][] rows, double[] targets, double penalty) {
        this.rows = rows;
        this.targets = targets;
        this.penalty = penalty;
    }

    /** The problem of resources/stochastic/reference.py. */
    static LinearExamples ofReference() {
        double[][] rows = new double[6][8];
        double[] targets = new double[6];
        for (int i = 0; i < 6; i++) {
            targets[i] = Math.cos(i);
            for (int j = 0; j < 8; j++) {
                rows[i][j] = Math.sin(1 + i + 2 * j) + (i == j ? 1 : 0);
            }
        }
        return new LinearExamples(rows, targets, 0);
    }

    /** Random rows, and targets that no point meets. */
    static LinearExamples random(int size, int dimension, double penalty, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[size][];
        Arrays.setAll(rows, i -> random.doubles(dimension, -1, 1).toArray());
        return new LinearExamples(rows, random.doubles(size, -1, 1).toArray(), penalty);
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int dimension() {
        return rows[0].length;
    }

    @Override
    public double value(double[] x, int[] batch) {
        return valueAndGradient(x, batch, new double[x.length]);
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        Checks.length("point", x, dimension());
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i : FiniteSums.requireBatch(batch, size())) {
            double residual = dot(rows[i], x) - targets[i];
            sum += residual * residual / 2 + penalty / 2 * dot(x, x);
            for (int j = 0; j < x.length; j++) {
                gradient[j] += residual * rows[i][j] + penalty * x[j];
            }
        }
        return sum;
    }

    @Override
    public void hessianVectorProduct(double[] x, int[] batch, double[] v, double[] product) {
        Arrays.fill(product, 0);
        for (int i : FiniteSums.requireBatch(batch, size())) {
            double slope = dot(rows[i], v);
            for (int j = 0; j < v.length; j++) {
                product[j] += slope * rows[i][j] + penalty * v[j];
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
