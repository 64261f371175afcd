/**
 * Compiles derivatives while the application runs, for functions that are not known before and
 * must be fast.
 */
@NullMarked
package org.cotangent.codegen.memory;

import org.jspecify.annotations.NullMarked;
