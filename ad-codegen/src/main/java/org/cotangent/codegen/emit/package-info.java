/**
 * Writes programs as readable Java classes, because derivatives that are ordinary source can be
 * read, stepped through and compiled by HotSpot like any hand-written method.
 */
@NullMarked
package org.cotangent.codegen.emit;

import org.jspecify.annotations.NullMarked;
