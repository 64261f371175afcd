package org.cotangent.ad.linalg;

import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix V diag(w) Vᵀ in a graph.
 *
 * @param w ascending
 * @param v n x n, eigenvectors as columns
 */
public record EigenFactors(VectorExpr w, MatrixExpr v) {}
