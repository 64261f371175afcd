/**
 * Losses of models: what a model says of an example, and a convex loss of it. From both follow
 * gradients and products with Gauss-Newton and Fisher matrices, no matrix formed.
 */
@NullMarked
package org.cotangent.optim.model;

import org.jspecify.annotations.NullMarked;
