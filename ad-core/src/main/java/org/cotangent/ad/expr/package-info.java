/**
 * The vocabulary of every computation that can be differentiated: immutable expressions that share
 * their common parts, and the one table of scalar operations with their values and derivatives.
 */
@NullMarked
package org.cotangent.ad.expr;

import org.jspecify.annotations.NullMarked;
