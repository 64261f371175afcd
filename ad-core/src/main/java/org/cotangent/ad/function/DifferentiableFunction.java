package org.cotangent.ad.function;

/** A scalar function of n variables that knows its gradient. */
public interface DifferentiableFunction {

    /** The number of variables n, at least 1. */
    int dimension();

    /**
     * The value at a point.
     *
     * @param x point, length n, not modified, and not kept: callers write the next point into it
     * @return f(x); may be NaN or infinite where f is not defined
     * @throws IllegalArgumentException if {@code x} does not have length n
     */
    double value(double[] x);

    /**
     * The value and the gradient at a point, together, which is cheaper than apart.
     *
     * @param x point, length n, not modified
     * @param gradient receives ∇f(x), length n, overwritten, not the same array as {@code x}
     * @return f(x)
     * @throws IllegalArgumentException if a length is not n or the arrays are the same
     */
    double valueAndGradient(double[] x, double[] gradient);
}
