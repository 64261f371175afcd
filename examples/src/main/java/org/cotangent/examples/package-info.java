/** Real problems solved as a user would solve them, to be read and copied. */
@NullMarked
package org.cotangent.examples;

import org.jspecify.annotations.NullMarked;
