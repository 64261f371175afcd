package org.cotangent.ad.function;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;

/** A vector function whose Jacobian is written by hand, whole; products are taken from it. */
final class DenseVectorFunction implements VectorFunction {

    private static final String COUNT = "number of values";

    private final int n;
    private final int m;
    private final BiConsumer<double[], double[]> values;
    private final BiConsumer<double[], double[]> dense;

    DenseVectorFunction(int n, int m, BiConsumer<double[], double[]> values, BiConsumer<double[], double[]> dense) {
        this.n = Checks.dimension("number of variables", n);
        this.m = Checks.dimension("number of values", m);
        this.values = Objects.requireNonNull(values, "values are null, expected what sets the values");
        this.dense = Objects.requireNonNull(dense, "jacobian is null, expected what sets the Jacobian");
    }

    @Override
    public int inputDimension() {
        return n;
    }

    @Override
    public int outputDimension() {
        return m;
    }

    @Override
    public void value(double[] x, double[] y) {
        Checks.length("point", x, n);
        Checks.length("values", y, m, COUNT);
        Checks.distinct("values", y, "point", x);
        values.accept(x, y);
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        Checks.length("tangent", xDot, n);
        Checks.length("product", yDot, m, COUNT);
        Checks.distinct("values", y, "tangent", xDot);
        requireOutput(yDot, x, xDot, "tangent", y);
        double[] jacobian = evaluate(x, y);
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += jacobian[i * n + j] * xDot[j];
            }
            yDot[i] = sum;
        }
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        Checks.length("adjoint", yBar, m, COUNT);
        Checks.length("product", xBar, n);
        Checks.distinct("values", y, "adjoint", yBar);
        requireOutput(xBar, x, yBar, "adjoint", y);
        double[] jacobian = evaluate(x, y);
        Arrays.fill(xBar, 0);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                xBar[j] += jacobian[i * n + j] * yBar[i];
            }
        }
    }

    private static void requireOutput(double[] product, double[] x, double[] seed, String seedName, double[] y) {
        Checks.distinct("product", product, "point", x);
        Checks.distinct("product", product, seedName, seed);
        Checks.distinct("product", product, "values", y);
    }

    private double[] evaluate(double[] x, double[] y) {
        value(x, y);
        double[] jacobian = new double[Math.multiplyExact(m, n)];
        dense.accept(x, jacobian);
        return jacobian;
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        Checks.length("jacobian", jacobian, Math.multiplyExact(m, n), "values times variables");
        Checks.distinct("jacobian", jacobian, "point", x);
        Checks.distinct("jacobian", jacobian, "values", y);
        value(x, y);
        dense.accept(x, jacobian);
    }
}
