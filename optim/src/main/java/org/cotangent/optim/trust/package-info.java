/**
 * The trust-region loop and its parts: a {@link org.cotangent.optim.trust.Model} of the function, a
 * {@link org.cotangent.optim.trust.SubproblemSolver} that minimizes it within a radius, a stopping
 * rule; and the {@link org.cotangent.optim.trust.Finish} that wins the last digits of the point.
 */
@NullMarked
package org.cotangent.optim.trust;

import org.jspecify.annotations.NullMarked;
