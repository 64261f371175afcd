/**
 * What values and derivatives cost, measured, so that figures in the documentation can be checked.
 */
@NullMarked
package org.cotangent.benchmarks;

import org.jspecify.annotations.NullMarked;
