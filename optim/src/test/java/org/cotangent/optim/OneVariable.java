package org.cotangent.optim;

import java.util.function.DoubleUnaryOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** A function of one variable from its value and two derivatives. */
record OneVariable(DoubleUnaryOperator f, DoubleUnaryOperator slope, DoubleUnaryOperator curvature)
        implements TwiceDifferentiableFunction {

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double value(double[] x) {
        return f.applyAsDouble(x[0]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        gradient[0] = slope.applyAsDouble(x[0]);
        return value(x);
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        product[0] = curvature.applyAsDouble(x[0]) * v[0];
    }
}
