package org.cotangent.codegen.fuzz;

/**
 * A function with its derivatives at a point x of length n, giving m values; a scalar function gives
 * one. Arguments are not modified.
 */
interface Derived {

    /** The values, length m. */
    double[] values(double[] x);

    /** The Jacobian times v, length m. */
    double[] jvp(double[] x, double[] v);

    /** The transposed Jacobian times w, length n. */
    double[] vjp(double[] x, double[] w);

    /** The Hessian of the values weighed by w, times v, length n. */
    double[] product(double[] x, double[] w, double[] v);
}
