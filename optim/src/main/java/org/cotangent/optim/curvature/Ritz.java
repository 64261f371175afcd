package org.cotangent.optim.curvature;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues of a small projection, ascending, and its eigenvectors.
 *
 * @param values length m
 * @param vectors the k-th one in row k
 */
record Ritz(double[] values, double[][] vectors) {

    /**
     * Decomposes the leading block.
     *
     * @param projection symmetric, rows of at least {@code size} entries
     */
    static Ritz of(double[][] projection, int size) {
        DMatrixRMaj block = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            System.arraycopy(projection[i], 0, block.data, i * size, size);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(block)) {
            throw new ArithmeticException("eigenvalues of a symmetric " + size + " by " + size + " matrix not found;"
                    + " are the products with the operator finite?");
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> eigen.getEigenvalue(k).getReal()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = Arrays.stream(order)
                .mapToDouble(k -> eigen.getEigenvalue(k).getReal())
                .toArray();
        double[][] vectors = Arrays.stream(order)
                .mapToObj(k -> eigen.getEigenVector(k).getData())
                .toArray(double[][]::new);
        return new Ritz(values, vectors);
    }

    int size() {
        return values.length;
    }

    double largestMagnitude() {
        return Math.max(Math.abs(values[0]), Math.abs(values[size() - 1]));
    }

    /** The last entry of an eigenvector: times the coupling to the next basis vector, its residual. */
    double last(int k) {
        return vectors[k][size() - 1];
    }

    /** How far an eigenvalue is from its neighbours, infinite if it has none. */
    double gap(int k) {
        double below = k > 0 ? values[k] - values[k - 1] : Double.POSITIVE_INFINITY;
        double above = k + 1 < size() ? values[k + 1] - values[k] : Double.POSITIVE_INFINITY;
        return Math.min(below, above);
    }
}
