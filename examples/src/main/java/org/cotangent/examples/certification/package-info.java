/**
 * What the optimizers can do, measured where everybody can repeat it: the problems of Moré, Garbow and Hillstrom and
 * the regressions of NIST, by every method, beside what other libraries need.
 */
@NullMarked
package org.cotangent.examples.certification;

import org.jspecify.annotations.NullMarked;
