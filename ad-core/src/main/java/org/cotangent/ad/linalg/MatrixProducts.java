package org.cotangent.ad.linalg;

import java.util.Arrays;
import java.util.Objects;
import org.cotangent.ad.linalg.kernel.Kernels;
import org.cotangent.ad.linalg.kernel.ProductKernel.Block;

/**
 * Products in the general form that is closed under differentiation: the derivatives of one are
 * others. Called by generated code; {@link Matrices} is for people.
 */
public final class MatrixProducts {

    private MatrixProducts() {}

    /** The kernel that computes products here, such as {@code plain} or {@code vector, 8 lanes}. */
    public static String kernel() {
        return Kernels.chosen().name();
    }

    /**
     * C = factor · op(A) · op(B), where op transposes if so said.
     *
     * @param a A, not modified: op(A) has m rows and k columns
     * @param b B, not modified: op(B) has k rows and n columns
     * @param c C, m x n, overwritten; none of the others
     * @throws IllegalArgumentException if a length is not that of the shape
     */
    public static void product(
            double factor,
            boolean aTransposed,
            double[] a,
            boolean bTransposed,
            double[] b,
            int m,
            int k,
            int n,
            double[] c) {
        Arrays.fill(c, 0);
        addProduct(factor, aTransposed, a, bTransposed, b, m, k, n, c);
    }

    /**
     * C += factor · op(A) · op(B), otherwise as {@link #product}.
     *
     * @param c C, m x n, added to; none of the others
     */
    public static void addProduct(
            double factor,
            boolean aTransposed,
            double[] a,
            boolean bTransposed,
            double[] b,
            int m,
            int k,
            int n,
            double[] c) {
        Shape.require("a", a, aTransposed ? k : m, aTransposed ? m : k);
        Shape.require("b", b, bTransposed ? n : k, bTransposed ? k : n);
        Shape.require("c", c, m, n);
        Block left = Block.of(aTransposed, a, 0, aTransposed ? m : k);
        Block right = Block.of(bTransposed, b, 0, bTransposed ? k : n);
        Kernels.chosen().addProduct(factor, left, right, m, k, n, Block.rows(c, 0, n));
    }

    /**
     * C += op(A) · op(B) of matrices that are parts of arrays, each row by row without gaps; no object is made.
     *
     * @param a array with A, not modified
     * @param aFrom index of the first element of A
     * @param b array with B, not modified
     * @param bFrom index of the first element of B
     * @param c array with C, m x n, added to; C overlaps neither A nor B
     * @param cFrom index of the first element of C
     * @throws IndexOutOfBoundsException if a matrix does not lie within its array
     */
    public static void addProduct(
            boolean aTransposed,
            double[] a,
            int aFrom,
            boolean bTransposed,
            double[] b,
            int bFrom,
            int m,
            int k,
            int n,
            double[] c,
            int cFrom) {
        Objects.checkFromIndexSize(aFrom, Math.multiplyExact(m, k), a.length);
        Objects.checkFromIndexSize(bFrom, Math.multiplyExact(k, n), b.length);
        Objects.checkFromIndexSize(cFrom, Math.multiplyExact(m, n), c.length);
        int aWidth = aTransposed ? m : k;
        int bWidth = bTransposed ? k : n;
        Kernels.chosen()
                .addProduct(
                        1,
                        a,
                        aFrom,
                        aTransposed ? 1 : aWidth,
                        aTransposed ? aWidth : 1,
                        b,
                        bFrom,
                        bTransposed ? 1 : bWidth,
                        bTransposed ? bWidth : 1,
                        m,
                        k,
                        n,
                        c,
                        cFrom,
                        n);
    }
}
