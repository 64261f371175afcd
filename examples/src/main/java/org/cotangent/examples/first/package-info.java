/** First steps: one derivative, and one function minimized in several ways. */
@NullMarked
package org.cotangent.examples.first;

import org.jspecify.annotations.NullMarked;
