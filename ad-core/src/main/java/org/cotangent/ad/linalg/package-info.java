/**
 * Linear algebra with derivatives: products, factorisations, solutions, eigenvalues, for plain Java
 * that the annotation processor reads, and for graphs. Matrices are flat arrays, row by row.
 */
@NullMarked
package org.cotangent.ad.linalg;

import org.jspecify.annotations.NullMarked;
