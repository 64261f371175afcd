/**
 * The main example: nonlinear regression on reference data, by derivatives generated during the
 * build, beside the values that NIST certifies.
 */
@NullMarked
package org.cotangent.examples.nist;

import org.jspecify.annotations.NullMarked;
