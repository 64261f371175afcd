/**
 * Sums of squares ½ Σ rᵢ(x)²: the Levenberg-Marquardt method as an instance of the trust-region
 * loop, and the statistics of a fit.
 *
 * <p>The objective carries the factor ½ everywhere: values, gradients Jᵀr and Hessians are those of
 * half the sum of squares. The residual sum of squares is twice the value.
 */
@NullMarked
package org.cotangent.optim.leastsquares;

import org.jspecify.annotations.NullMarked;
