package org.cotangent.ad.function;

import java.util.Objects;

/** The mean over all examples as a function. */
final class MeanFunction<S extends FiniteSum> implements DifferentiableFunction {

    private static final double[] NONE = {};

    private final S sum;
    private final Summation summation;

    MeanFunction(S sum, Summation summation) {
        this.sum = Objects.requireNonNull(sum, "sum is null, expected a sum over examples");
        this.summation =
                Objects.requireNonNull(summation, "summation is null, expected one such as Summation.sequential()");
    }

    S sum() {
        return sum;
    }

    @Override
    public int dimension() {
        return sum.dimension();
    }

    @Override
    public double value(double[] x) {
        Checks.length("point", x, dimension());
        return summation.overAll(sum.size(), (chunk, nothing) -> sum.value(x, chunk), NONE) / sum.size();
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        Checks.length("point", x, dimension());
        Checks.length("gradient", gradient, dimension());
        Checks.distinct("gradient", gradient, "point", x);
        double total = summation.overAll(sum.size(), (chunk, part) -> sum.valueAndGradient(x, chunk, part), gradient);
        Products.divide(gradient, sum.size());
        return total / sum.size();
    }

    /** A product that is summed over chunks. */
    @FunctionalInterface
    interface Product {
        void over(int[] chunk, double[] product);
    }

    void meanProduct(double[] x, double[] v, double[] product, Product term) {
        Products.require(dimension(), x, v, product);
        Summation.Term valueless = (chunk, part) -> {
            term.over(chunk, part);
            return 0;
        };
        summation.overAll(sum.size(), valueless, product);
        Products.divide(product, sum.size());
    }

    /** A matrix that is summed over chunks, at a point. */
    @FunctionalInterface
    interface Matrix<S> {
        LinearOperator over(S sum, double[] x, int[] chunk);
    }

    LinearOperator meanOperator(double[] x, Matrix<? super S> matrix) {
        int n = dimension();
        double[] point = Checks.length("point", x, n).clone();
        LinearOperator whole = summation.operatorOverAll(n, sum.size(), chunk -> matrix.over(sum, point, chunk));
        return Operators.divided(whole, sum.size());
    }
}
