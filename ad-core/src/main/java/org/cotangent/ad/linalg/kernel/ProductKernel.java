package org.cotangent.ad.linalg.kernel;

/**
 * Adds a product of matrices to a matrix. One thread, no state that shows: the same arguments give the
 * same bits. Two kernels round differently.
 */
public interface ProductKernel {

    /** What it is called where it is told which one is in use. */
    String name();

    /**
     * C += factor · op(A) · op(B), where op(A) has m rows and k columns and op(B) n columns. Numbers in place of
     * {@link Block}s, so that a call makes no object.
     *
     * @param factor of the product
     * @param a array with A
     * @param aFrom index of its first element
     * @param aRow distance of elements of op(A) below each other
     * @param aColumn distance of elements of op(A) beside each other; one of the two is 1
     * @param b array with B, and so on
     * @param m number of rows
     * @param k number of terms of each sum
     * @param n number of columns
     * @param c array with C by rows, overlaps neither A nor B
     * @param cRow distance of rows of C
     */
    void addProduct(
            double factor,
            double[] a,
            int aFrom,
            int aRow,
            int aColumn,
            double[] b,
            int bFrom,
            int bRow,
            int bColumn,
            int m,
            int k,
            int n,
            double[] c,
            int cFrom,
            int cRow);

    /**
     * The same with blocks.
     *
     * @param a A, or its transpose
     * @param b B, or its transpose
     * @param c C, or its transpose
     */
    default void addProduct(double factor, Block a, Block b, int m, int k, int n, Block c) {
        if (c.columnStride() != 1) {
            addProduct(factor, b.transposed(), a.transposed(), n, k, m, c.transposed());
            return;
        }
        addProduct(
                factor,
                a.array(),
                a.offset(),
                a.rowStride(),
                a.columnStride(),
                b.array(),
                b.offset(),
                b.rowStride(),
                b.columnStride(),
                m,
                k,
                n,
                c.array(),
                c.offset(),
                c.rowStride());
    }

    /**
     * A matrix in an array, or a part of one.
     *
     * @param array its elements and others, not copied
     * @param offset index of the first element
     * @param rowStride distance of elements below each other
     * @param columnStride distance of elements beside each other; one of the strides is 1
     */
    record Block(double[] array, int offset, int rowStride, int columnStride) {

        /** A matrix row by row. */
        public static Block rows(double[] array, int offset, int stride) {
            return new Block(array, offset, stride, 1);
        }

        /** A matrix row by row, or its transpose. */
        public static Block of(boolean transposed, double[] array, int offset, int stride) {
            return transposed ? new Block(array, offset, 1, stride) : new Block(array, offset, stride, 1);
        }

        /** The transpose. */
        public Block transposed() {
            return new Block(array, offset, columnStride, rowStride);
        }

        /** What is below and to the right of an element, inclusive. */
        public Block from(int row, int column) {
            return new Block(array, offset + row * rowStride + column * columnStride, rowStride, columnStride);
        }
    }
}
