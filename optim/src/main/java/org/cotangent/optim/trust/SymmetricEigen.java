package org.cotangent.optim.trust;

import org.cotangent.optim.run.Spectrum;
import org.cotangent.optim.run.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues and vectors of a symmetric matrix, where a Cholesky factorization cannot tell enough. */
final class SymmetricEigen {

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes.
     *
     * @param matrix by rows, length n·n, finite, not modified
     */
    static SymmetricEigen of(double[] matrix, int n) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(new DMatrixRMaj(n, n, true, matrix.clone()))) {
            throw new ArithmeticException("eigenvalues of a symmetric " + n + " by " + n + " matrix not found");
        }
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int k = 0; k < n; k++) {
            values[k] = eigen.getEigenvalue(k).getReal();
            vectors[k] = eigen.getEigenVector(k).getData();
        }
        return new SymmetricEigen(values, vectors);
    }

    int size() {
        return values.length;
    }

    double value(int k) {
        return values[k];
    }

    /** The k-th vector, length n, of norm 1: the buffer itself. */
    double[] vector(int k) {
        return vectors[k];
    }

    /** Which eigenvalue is smallest. */
    int smallest() {
        int smallest = 0;
        for (int k = 1; k < values.length; k++) {
            smallest = values[k] < values[smallest] ? k : smallest;
        }
        return smallest;
    }

    /** Which eigenvalue is farthest from 0. */
    int largest() {
        int largest = 0;
        for (int k = 1; k < values.length; k++) {
            largest = Math.abs(values[k]) > Math.abs(values[largest]) ? k : largest;
        }
        return largest;
    }

    /**
     * Rank and condition.
     *
     * @param uncertainty how large beyond rounding an eigenvalue may be that is 0
     */
    Spectrum spectrum(double uncertainty) {
        double flat = rounding() + uncertainty;
        int rank = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            rank += Math.abs(value) > flat ? 1 : 0;
            least = Math.min(least, Math.abs(value));
        }
        double condition = rank == values.length ? Math.abs(values[largest()]) / least : Double.POSITIVE_INFINITY;
        return new Spectrum(rank, values.length, condition);
    }

    /** Eigenvalues up to this size may be 0 but for the rounding of the matrix and of the decomposition. */
    double rounding() {
        return rounding(Vectors.largest(values), values.length);
    }

    /** The same for a matrix of which only the size is known. */
    static double rounding(double largest, int n) {
        // The bound of backward error analysis, n u ‖A‖, for the rounding unit u = ulp(1)/2, doubled.
        return n * Math.ulp(1.0) * largest;
    }
}
