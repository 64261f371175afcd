package org.cotangent.examples.certification;

import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/**
 * A problem as a method meets it.
 *
 * @param function the sum of squared residuals, or half of it
 * @param start length n, not modified
 */
@SuppressWarnings("ArrayRecordComponent") // Read within this package, never compared.
record Task(TwiceDifferentiableVectorFunction residuals, TwiceDifferentiableFunction function, double[] start) {}
