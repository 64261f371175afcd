/**
 * A curve fitted to measured points, with the uncertainty of all that follows from it: the shortest way
 * from data to parameters.
 */
@NullMarked
package org.cotangent.examples.curve;

import org.jspecify.annotations.NullMarked;
