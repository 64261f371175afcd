/**
 * The graphs whose derivatives are written as Java classes during the build. Compiled and run before
 * everything else of this module, so it uses nothing of it.
 */
@NullMarked
package org.cotangent.examples.models;

import org.jspecify.annotations.NullMarked;
