package org.cotangent.optim;

import java.util.Arrays;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** Σ rᵢ² of a tape's outputs, without the factor ½, as Moré, Garbow and Hillstrom (1981) have it. */
record TapeSumOfSquares(Tape tape) implements TwiceDifferentiableFunction {

    @Override
    public int dimension() {
        return tape.inputs();
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (Jet residual : tape.run(x, 0)) {
            sum += residual.value() * residual.value();
        }
        return sum;
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (Jet residual : tape.run(x, 1)) {
            sum += residual.value() * residual.value();
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += 2 * residual.value() * residual.gradient()[j];
            }
        }
        return sum;
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        hessianAt(x).apply(v, product);
    }

    @Override
    public LinearOperator hessianAt(double[] x) {
        int n = x.length;
        double[] hessian = new double[n * n];
        for (Jet residual : tape.run(x, 2)) {
            Jet square = residual.times(residual);
            for (int k = 0; k < hessian.length; k++) {
                hessian[k] += square.hessian()[k];
            }
        }
        return new DenseOperator(n, hessian);
    }

    private record DenseOperator(int rows, double[] entries) implements LinearOperator {

        @Override
        public int columns() {
            return rows;
        }

        @Override
        public void apply(double[] v, double[] product) {
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                for (int j = 0; j < rows; j++) {
                    sum += entries[i * rows + j] * v[j];
                }
                product[i] = sum;
            }
        }
    }
}
