/** Which way downhill? The paths of three minimizers, drawn on the map of a valley. */
@NullMarked
package org.cotangent.examples.downhill;

import org.jspecify.annotations.NullMarked;
