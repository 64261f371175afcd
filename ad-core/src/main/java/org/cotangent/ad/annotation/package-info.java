/** How users mark methods to be differentiated while their project is compiled. */
@NullMarked
package org.cotangent.ad.annotation;

import org.jspecify.annotations.NullMarked;
