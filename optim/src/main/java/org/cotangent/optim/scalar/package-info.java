/**
 * Minima of functions of one variable between two bounds, with or without the derivative: for a
 * regularisation parameter, a step along a line, a calibration, where methods for vectors are out of place.
 */
@NullMarked
package org.cotangent.optim.scalar;

import org.jspecify.annotations.NullMarked;
