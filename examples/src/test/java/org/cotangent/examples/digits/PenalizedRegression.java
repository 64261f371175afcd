package org.cotangent.examples.digits;

import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.FisherSum;
import org.cotangent.ad.function.GaussNewtonSum;
import org.cotangent.ad.function.TwiceDifferentiableSum;

/**
 * The annotated regression as a sum over images. Its scores are linear in the variables, so the Hessian is the
 * Gauss-Newton matrix, and without the penalty the Fisher matrix.
 */
final class PenalizedRegression implements GaussNewtonSum, FisherSum {

    private static final int WEIGHTS = 640;
    private static final int VARIABLES = 650;
    private static final double PENALTY = 1e-3;

    private final TwiceDifferentiableSum sum;

    PenalizedRegression(DigitImages images) {
        sum = FiniteSums.twiceOfMeans(
                images.digits().length, VARIABLES, batch -> LearnDigits.misfit(images.only(batch)));
    }

    @Override
    public int size() {
        return sum.size();
    }

    @Override
    public int dimension() {
        return sum.dimension();
    }

    @Override
    public double value(double[] x, int[] batch) {
        return sum.value(x, batch);
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        return sum.valueAndGradient(x, batch, gradient);
    }

    @Override
    public void gaussNewtonProduct(double[] x, int[] batch, double[] v, double[] product) {
        sum.hessianVectorProduct(x, batch, v, product);
    }

    @Override
    public void fisherProduct(double[] x, int[] batch, double[] v, double[] product) {
        sum.hessianVectorProduct(x, batch, v, product);
        for (int k = 0; k < WEIGHTS; k++) {
            product[k] -= batch.length * PENALTY * v[k];
        }
    }
}
