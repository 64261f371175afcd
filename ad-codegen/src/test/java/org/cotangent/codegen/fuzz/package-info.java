/**
 * Finds what the annotation processor gets wrong by writing random Java classes, compiling them with it,
 * and comparing the derivatives it wrote with each other and with the methods themselves.
 */
@NullMarked
package org.cotangent.codegen.fuzz;

import org.jspecify.annotations.NullMarked;
