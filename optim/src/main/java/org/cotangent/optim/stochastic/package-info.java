/**
 * Methods that learn from parts of the data: an {@link org.cotangent.optim.stochastic.Estimator} of the
 * gradient, a chain of {@link org.cotangent.optim.stochastic.Transformation}s, a {@link
 * org.cotangent.optim.stochastic.Schedule}, and an {@link org.cotangent.optim.stochastic.Averaging} of
 * the points. Named combinations are in {@link org.cotangent.optim.Trainers}.
 */
@NullMarked
package org.cotangent.optim.stochastic;

import org.jspecify.annotations.NullMarked;
