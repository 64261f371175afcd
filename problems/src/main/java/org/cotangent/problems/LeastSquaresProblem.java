package org.cotangent.problems;

import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/** A test problem whose function is the sum of squares of residuals, without a factor ½. */
public interface LeastSquaresProblem extends TestProblem {

    /** The residuals, with Jacobian and curvature; one object for all threads. */
    TwiceDifferentiableVectorFunction residuals();
}
