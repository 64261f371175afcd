/** Writes derivatives of annotated methods while they are compiled. */
@NullMarked
package org.cotangent.codegen.processor;

import org.jspecify.annotations.NullMarked;
