/** What methods of learning do where it can be computed what they should: one idea a program. */
@NullMarked
package org.cotangent.examples.learning;

import org.jspecify.annotations.NullMarked;
