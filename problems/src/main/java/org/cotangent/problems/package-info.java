/**
 * Functions to try minimizers on: the usual ones, with starting points, known minima and exact derivatives, so that
 * everybody measures the same and nobody has to type them again.
 */
@NullMarked
package org.cotangent.problems;

import org.jspecify.annotations.NullMarked;
