package org.cotangent.ad.linalg;

import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;

/**
 * U, singular values and V of an m x n matrix U diag(s) Vᵀ in a graph.
 *
 * @param u m x min(m, n)
 * @param s descending
 * @param v n x min(m, n)
 */
public record SingularFactors(MatrixExpr u, VectorExpr s, MatrixExpr v) {}
