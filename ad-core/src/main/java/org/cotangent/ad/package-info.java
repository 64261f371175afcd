/**
 * Where users start: makes functions with derivatives out of expression graphs.
 */
@NullMarked
package org.cotangent.ad;

import org.jspecify.annotations.NullMarked;
