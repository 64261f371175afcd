package org.cotangent.examples.first;

import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;

/**
 * A plain Java method, differentiated while it is compiled: javac writes {@code PlainJavaDerivatives} beside this
 * class.
 */
public final class PlainJava {

    private static final int DIMENSION = 1000;

    private PlainJava() {}

    /** Rosenbrock's valley (1960) in any number of dimensions. */
    @Differentiable
    public static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * valley * valley + slope * slope;
        }
        return sum;
    }

    /** Minimizes it in 1000 dimensions by Newton's method with products of the Hessian, from 0, and prints what that took. */
    public static void main(String[] arguments) {
        Result result = minimize(PlainJavaDerivatives.rosenbrock(DIMENSION));
        System.out.println(result.summary());
        System.out.println(result.counts());
    }

    static Result minimize(TwiceDifferentiableFunction f) {
        return Minimizers.newtonCg().tolerance(1e-8).minimize(f, new double[f.dimension()]);
    }
}
