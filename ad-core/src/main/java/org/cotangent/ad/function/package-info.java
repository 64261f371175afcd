/**
 * What every way of obtaining derivatives produces and every optimizer consumes: functions that
 * know their own derivatives.
 *
 * <p>Conventions, for every interface here: outputs are caller-owned arrays and are overwritten;
 * inputs are never modified; an output must not be the same array as an input; lengths are checked
 * and a mismatch throws {@link java.lang.IllegalArgumentException}; no argument may be null.
 * Implementations have no visible state, so one object may be used by any number of threads.
 */
@NullMarked
package org.cotangent.ad.function;

import org.jspecify.annotations.NullMarked;
