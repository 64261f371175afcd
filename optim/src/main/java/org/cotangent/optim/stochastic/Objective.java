package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.OutsideDomainException;
import org.cotangent.ad.function.Summation;
import org.cotangent.optim.model.SquaredGradients;
import org.cotangent.optim.run.Domain;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MeteredFunction;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Vectors;

/**
 * What a run may ask about the sum that it minimizes: means over batches, each call counted and
 * limited, and the examples counted that were visited. Where an example has no value, an
 * {@link org.cotangent.ad.function.OutsideDomainException}, the answers are NaN.
 *
 * @param <F> what the sum offers
 */
public final class Objective<F extends FiniteSum> implements Stateful {

    private final F sum;
    private final Summation summation;
    private final Meter meter;
    private final LatestGradient latest;
    private boolean remembers;
    private long visited;

    Objective(F sum, Summation summation, Meter meter) {
        this.sum = sum;
        this.summation = summation;
        this.meter = meter;
        latest = new LatestGradient(sum.dimension());
    }

    /** A matrix that depends on a batch, as a sum over it. */
    @FunctionalInterface
    interface Matrix<F> {

        /** The operator of a sum over some examples. */
        LinearOperator over(F sum, int[] batch);
    }

    /** A product of a matrix that depends on a batch with a vector, as a sum over the batch. */
    @FunctionalInterface
    public interface Product<F> {

        /** Sets the product; the vector is known to the caller. */
        void over(F sum, int[] batch, double[] product);
    }

    private double over(int[] batch, Summation.Term term, double[] result) {
        return Domain.value(meter, () -> summation.over(batch, term, result), result);
    }

    /** What an example said where it had no value, since {@link #beginUpdate}; empty if all had one. */
    String outside() {
        return meter.outside();
    }

    /** Tells that what is asked from now on is for another update. */
    void beginUpdate() {
        meter.forgetOutside();
    }

    /** The sum itself, for what costs no call. */
    F sum() {
        return sum;
    }

    /** The number of variables. */
    public int dimension() {
        return sum.dimension();
    }

    /** The number of examples. */
    public int size() {
        return sum.size();
    }

    /**
     * The means of values and gradients over a batch.
     *
     * @param x point, length n, not modified
     * @param batch indices, at least one
     * @param gradient receives the mean gradient, length n, overwritten
     */
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        if (latest.isOf(x, batch)) {
            return latest.tell(gradient);
        }
        meter.gradient();
        double value = over(batch, (chunk, part) -> sum.valueAndGradient(x, chunk, part), gradient);
        visited += batch.length;
        Vectors.scale(1.0 / batch.length, gradient);
        return value / batch.length;
    }

    /**
     * From now on measurements over all examples in their order are kept until the next one, and cost nothing when
     * asked for again, be it as an estimate.
     */
    void remember() {
        remembers = true;
    }

    /** Keeps value and gradient over a batch for whoever asks for them next. */
    void keep(double[] x, int[] batch, double value, double[] gradient) {
        latest.keep(x, batch, value, gradient);
    }

    /**
     * The gradients of the examples of a batch one by one: counted as one call.
     *
     * @param gradients receives as many rows of length n, overwritten
     */
    public void gradients(double[] x, int[] batch, double[][] gradients) {
        meter.gradient();
        Domain.fill(meter, () -> sum.gradients(x, batch, gradients), gradients);
        visited += batch.length;
    }

    /** The means of squared entries of the gradients of a batch, less a penalty if need be; counted as one call. */
    void squares(double[] x, int[] batch, double[] squares) {
        meter.gradient();
        Summation.Term valueless = (chunk, part) -> {
            sumSquares(x, chunk, part);
            return 0;
        };
        over(batch, valueless, squares);
        visited += batch.length;
        Vectors.scale(1.0 / batch.length, squares);
    }

    private void sumSquares(double[] x, int[] chunk, double[] part) {
        if (sum instanceof SquaredGradients known) {
            known.squaredGradients(x, chunk, part);
            return;
        }
        double[] one = new double[part.length];
        Arrays.fill(part, 0);
        for (int i : chunk) {
            sum.valueAndGradient(x, new int[] {i}, one);
            for (int j = 0; j < one.length; j++) {
                part[j] += one[j] * one[j];
            }
        }
    }

    /** The mean of values over a batch. */
    public double value(double[] x, int[] batch) {
        meter.value();
        double value = over(batch, (chunk, nothing) -> sum.value(x, chunk), new double[0]);
        visited += batch.length;
        return value / batch.length;
    }

    /** The means of values and gradients over all examples. */
    public double valueAndGradient(double[] x, double[] gradient) {
        meter.gradient();
        Summation.Term term = (chunk, part) -> sum.valueAndGradient(x, chunk, part);
        double value = Domain.value(meter, () -> summation.overAll(size(), term, gradient), gradient);
        visited += size();
        Vectors.scale(1.0 / size(), gradient);
        return value / size();
    }

    /**
     * The mean of products over a batch.
     *
     * @param batch indices, at least one
     * @param term the product summed over some examples
     * @param product receives the mean, length n, overwritten
     */
    public void product(int[] batch, Product<? super F> term, double[] product) {
        meter.product();
        Summation.Term valueless = (chunk, part) -> {
            term.over(sum, chunk, part);
            return 0;
        };
        over(batch, valueless, product);
        visited += batch.length;
        Vectors.scale(1.0 / batch.length, product);
    }

    /**
     * The mean of a matrix over a batch, for several products at one point, each of which counts as one over the batch.
     *
     * @param batch indices, at least one
     * @param matrix the operator of a sum over some examples
     */
    LinearOperator matrix(int[] batch, Matrix<? super F> matrix) {
        LinearOperator whole = summation.operator(dimension(), batch, chunk -> matrix.over(sum, chunk));
        return new LinearOperator() {
            @Override
            public int rows() {
                return dimension();
            }

            @Override
            public int columns() {
                return dimension();
            }

            @Override
            public void apply(double[] v, double[] product) {
                meter.product();
                Domain.fill(meter, () -> whole.apply(v, product), product);
                visited += batch.length;
                Vectors.scale(1.0 / batch.length, product);
            }
        };
    }

    /** The mean over all examples as a function, counted as calls but not as visits. */
    DifferentiableFunction mean() {
        return new MeteredFunction(FiniteSums.mean(sum, summation), meter);
    }

    /** The same for measuring points, as which it keeps what was said to be kept. */
    DifferentiableFunction measured() {
        return remembers ? new RememberingMean(mean(), latest, size()) : mean();
    }

    /** The first example without a finite value and gradient at a point, if there is one; not counted. */
    OptionalInt firstNonFinite(double[] x) {
        double[] gradient = new double[x.length];
        return IntStream.range(0, size()).filter(i -> !isFinite(x, i, gradient)).findFirst();
    }

    private boolean isFinite(double[] x, int example, double[] gradient) {
        try {
            return Double.isFinite(sum.valueAndGradient(x, new int[] {example}, gradient))
                    && Vectors.isFinite(gradient);
        } catch (OutsideDomainException outside) {
            return false;
        }
    }

    /** How many examples were visited, each as often as it was. */
    public long visited() {
        return visited;
    }

    @Override
    public void exchange(State state) {
        visited = state.integer(visited);
        state.part("latest gradient", latest);
    }
}
