/**
 * Makes derivatives: passes from programs to programs. {@link Tangent} and {@link Adjoint} are
 * closed over the representation, so that second and third order are compositions of the two.
 */
@NullMarked
package org.cotangent.ad.transform;

import org.jspecify.annotations.NullMarked;
