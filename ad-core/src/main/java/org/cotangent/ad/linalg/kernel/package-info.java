/** The product of matrices, which everything else in linear algebra spends its time in, in several ways. */
@NullMarked
package org.cotangent.ad.linalg.kernel;

import org.jspecify.annotations.NullMarked;
