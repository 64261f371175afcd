package org.cotangent.codegen.processor;

import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/** Functions whose values are those of the user's own method, whose derivatives are under test. */
final class Judged {

    private Judged() {}

    static TwiceDifferentiableFunction of(UserMethod method, TwiceDifferentiableFunction tested) {
        return new TwiceDifferentiableFunction() {
            @Override
            public int dimension() {
                return tested.dimension();
            }

            @Override
            public double value(double[] x) {
                return method.values(x)[0];
            }

            @Override
            public double valueAndGradient(double[] x, double[] gradient) {
                return tested.valueAndGradient(x, gradient);
            }

            @Override
            public void hessianVectorProduct(double[] x, double[] v, double[] product) {
                tested.hessianVectorProduct(x, v, product);
            }
        };
    }

    static TwiceDifferentiableVectorFunction of(UserMethod method, TwiceDifferentiableVectorFunction tested) {
        return new TwiceDifferentiableVectorFunction() {
            @Override
            public int inputDimension() {
                return tested.inputDimension();
            }

            @Override
            public int outputDimension() {
                return tested.outputDimension();
            }

            @Override
            public void value(double[] x, double[] y) {
                System.arraycopy(method.values(x), 0, y, 0, y.length);
            }

            @Override
            public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
                tested.jvp(x, xDot, y, yDot);
            }

            @Override
            public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
                tested.vjp(x, yBar, y, xBar);
            }

            @Override
            public void jacobian(double[] x, double[] y, double[] jacobian) {
                tested.jacobian(x, y, jacobian);
            }

            @Override
            public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
                tested.weightedHessianVectorProduct(x, w, v, product);
            }
        };
    }
}
