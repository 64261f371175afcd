package org.cotangent.problems;

import java.util.List;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** A function to minimize, with what is known about it. */
public interface TestProblem {

    /** A short name for tables, such as {@code helical_valley}. */
    String title();

    /** The usual starting point, length n, a copy. */
    double[] start();

    /** The function, with gradient and Hessian-vector products; one object for all threads. */
    TwiceDifferentiableFunction function();

    /** What a minimizer may end in and be called successful: the global minimum first, then known local ones. */
    List<Minimum> minima();

    /** The number of variables n. */
    default int dimension() {
        return function().dimension();
    }

    /** Whether a value is that of one of the {@link #minima}: to six digits, below 0.01 to 1e-8. */
    default boolean isSolvedBy(double value) {
        return minima().stream().anyMatch(minimum -> minimum.accepts(value));
    }
}
