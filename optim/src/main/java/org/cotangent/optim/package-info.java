/**
 * Where a user starts: named minimizers, ready to run, each a composition of the parts in the
 * packages below.
 */
@NullMarked
package org.cotangent.optim;

import org.jspecify.annotations.NullMarked;
