/** Handwritten digits recognised by models that are one expression of matrices over the whole data set. */
@NullMarked
package org.cotangent.examples.digits;

import org.jspecify.annotations.NullMarked;
