/** Charts as the examples draw them: one style, several charts in a picture, PNG and SVG. */
@NullMarked
package org.cotangent.examples.pictures;

import org.jspecify.annotations.NullMarked;
