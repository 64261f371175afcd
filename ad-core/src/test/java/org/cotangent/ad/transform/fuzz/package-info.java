/**
 * Finds wrong derivatives by writing random programs, differentiating them in every mode, and
 * comparing the modes with each other and with complex steps and differences of the program itself.
 */
@NullMarked
package org.cotangent.ad.transform.fuzz;

import org.jspecify.annotations.NullMarked;
