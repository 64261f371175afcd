/** Can I trust this gradient? Derivatives checked, a wrong one caught, and pictures of both. */
@NullMarked
package org.cotangent.examples.trust;

import org.jspecify.annotations.NullMarked;
