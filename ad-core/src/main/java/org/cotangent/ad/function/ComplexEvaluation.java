package org.cotangent.ad.function;

/**
 * What a function offers that can be evaluated at complex points: derivatives by complex step, Im
 * f(x + ih)/h, which are exact to rounding however short the step (Squire and Trapp, 1998).
 *
 * <p>An extra of functions whose program is known; nobody has to implement it. Where a program
 * compares, rounds or takes absolute values, real parts decide, so that the branch taken is the one
 * taken at the real point.
 */
public interface ComplexEvaluation {

    /**
     * The values at a complex point.
     *
     * @param re real parts of the point, length n, not modified
     * @param im imaginary parts of the point, length n, not modified
     * @param valueRe receives real parts of the values, length m, overwritten; m is 1 for a scalar
     *     function
     * @param valueIm receives imaginary parts of the values, length m, overwritten
     * @throws IllegalArgumentException if a length is wrong
     * @throws UnsupportedOperationException if an operation of the function has no complex form
     */
    void complexValue(double[] re, double[] im, double[] valueRe, double[] valueIm);
}
