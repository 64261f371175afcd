/**
 * Tells whether derivatives are right, so that somebody who wrote them by hand need not hope: {@link
 * org.cotangent.ad.check.DerivativeCheck} compares them with differences of the function, bounds the
 * error of those differences, and says what is wrong where.
 */
@NullMarked
package org.cotangent.ad.check;

import org.jspecify.annotations.NullMarked;
