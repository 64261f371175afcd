/**
 * How a function curves, from products with its Hessian alone: the ends of the spectrum, its density,
 * and how sharp the valley is along a run. {@link org.cotangent.optim.curvature.Lanczos} computes them.
 */
@NullMarked
package org.cotangent.optim.curvature;

import org.jspecify.annotations.NullMarked;
