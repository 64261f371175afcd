/**
 * The path-search loop and its parts: a {@link org.cotangent.optim.search.Direction} says where, a
 * {@link org.cotangent.optim.search.StepRule} how far, a stopping rule when.
 */
@NullMarked
package org.cotangent.optim.search;

import org.jspecify.annotations.NullMarked;
